/** Tests of what Git knows of files. */
@NullMarked
package dev.retort.engine.git;

import org.jspecify.annotations.NullMarked;
