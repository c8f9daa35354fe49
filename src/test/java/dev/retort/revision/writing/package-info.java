/** Tests of writing revision files. */
@NullMarked
package dev.retort.revision.writing;

import org.jspecify.annotations.NullMarked;
