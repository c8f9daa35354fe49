/**
 * The list of revisions: which there are, and which are applied, current or pending on the chosen
 * profile. Reads the session.
 */
@NullMarked
package dev.retort.ui.graph;

import org.jspecify.annotations.NullMarked;
