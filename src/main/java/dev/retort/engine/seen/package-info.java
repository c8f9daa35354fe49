/**
 * What of the revision files each database last saw: the text of each section when it was last run
 * there, and when it was last reviewed for it, by this machine. A hint and no proof: other machines
 * have run things, too. Who asks is {@code engine.Seen}.
 */
@NullMarked
package dev.retort.engine.seen;

import org.jspecify.annotations.NullMarked;
