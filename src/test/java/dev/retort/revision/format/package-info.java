/** Tests of what one file's text says. */
@NullMarked
package dev.retort.revision.format;

import org.jspecify.annotations.NullMarked;
