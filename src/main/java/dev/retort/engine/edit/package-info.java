/**
 * Revision files under a person's hands: a file goes in, its text and all that must survive a save
 * come out; an edited text goes in, and is on disk as a whole or not at all, never over somebody
 * else's change. Also what is kept of texts that were not saved, and the way to the user's own
 * editor.
 */
@NullMarked
package dev.retort.engine.edit;

import org.jspecify.annotations.NullMarked;
