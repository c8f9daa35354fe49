/** Tests of the client's proof package, without the toolkit. */
@NullMarked
package dev.retort.ui.proof;

import org.jspecify.annotations.NullMarked;
