/**
 * The objects of a schema as lines of a list, with what became of each. Values of the schema come
 * in, a list to choose from goes out; every part of the client that shows schemas shares it.
 */
@NullMarked
package dev.retort.ui.widget.objects;

import org.jspecify.annotations.NullMarked;
