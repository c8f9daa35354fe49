/** Tests of where revisions and edges are drawn. */
@NullMarked
package dev.retort.lanes;

import org.jspecify.annotations.NullMarked;
