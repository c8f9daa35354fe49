/** Tests of the palette's model and of how actions are found, without the toolkit. */
@NullMarked
package dev.retort.ui.widget.action;

import org.jspecify.annotations.NullMarked;
