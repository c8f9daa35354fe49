/** The runs' model, tested without the toolkit. */
@NullMarked
package dev.retort.ui.runs;

import org.jspecify.annotations.NullMarked;
