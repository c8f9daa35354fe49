/** Tests of the editor's model, without the toolkit. */
@NullMarked
package dev.retort.ui.editor;

import org.jspecify.annotations.NullMarked;
