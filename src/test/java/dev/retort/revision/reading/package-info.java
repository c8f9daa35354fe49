/** Tests of reading whole folders. */
@NullMarked
package dev.retort.revision.reading;

import org.jspecify.annotations.NullMarked;
