/** Tests of what would be written, on real files. */
@NullMarked
package dev.retort.engine.author;

import org.jspecify.annotations.NullMarked;
