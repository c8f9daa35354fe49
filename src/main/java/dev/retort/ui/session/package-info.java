/**
 * What the window is looking at: the opened project, the chosen profile, and what is known of its
 * database. Properties only, no nodes; changed on the toolkit's thread alone.
 */
@NullMarked
package dev.retort.ui.session;

import org.jspecify.annotations.NullMarked;
