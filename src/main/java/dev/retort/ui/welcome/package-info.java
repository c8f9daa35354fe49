/**
 * What the client shows while no project is open: the projects that were open before, and the ways
 * to open another or to begin one. Gets a {@link dev.retort.ui.welcome.WelcomeModel} in; a chosen
 * folder goes back to whoever made it.
 */
@NullMarked
package dev.retort.ui.welcome;

import org.jspecify.annotations.NullMarked;
