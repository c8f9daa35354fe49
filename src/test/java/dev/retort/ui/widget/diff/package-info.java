/** Tests of two texts against each other. */
@NullMarked
package dev.retort.ui.widget.diff;

import org.jspecify.annotations.NullMarked;
