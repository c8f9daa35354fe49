/** The window: puts the features side by side and is the only package that sees them all. */
@NullMarked
package dev.retort.ui.shell;

import org.jspecify.annotations.NullMarked;
