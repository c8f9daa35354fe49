/**
 * Connection profiles: the list at the left, the form, the test of a connection, and what the
 * window says while the chosen database cannot be reached, a password prompt among it.
 */
@NullMarked
package dev.retort.ui.profile;

import org.jspecify.annotations.NullMarked;
