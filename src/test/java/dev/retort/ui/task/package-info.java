/** Tests of the client's task package, without the toolkit. */
@NullMarked
package dev.retort.ui.task;

import org.jspecify.annotations.NullMarked;
