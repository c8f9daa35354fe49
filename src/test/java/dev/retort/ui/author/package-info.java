/** Tests of the models of the pages that write files, on real files and without the toolkit. */
@NullMarked
package dev.retort.ui.author;

import org.jspecify.annotations.NullMarked;
