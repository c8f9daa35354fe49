/** Tests of the whole, the architecture among them. */
@NullMarked
package dev.retort;

import org.jspecify.annotations.NullMarked;
