/** The window as a whole. */
@NullMarked
package dev.retort.ui.shell;

import org.jspecify.annotations.NullMarked;
