/**
 * Folders in, {@link dev.retort.revision.RevisionSet} out: finds the files of every layout, reads
 * each with {@code revision.format}, and works out what a file without a header revises. All
 * problems are reported at once. Files are read on several threads; the result does not depend on
 * that.
 */
@NullMarked
package dev.retort.revision.reading;

import org.jspecify.annotations.NullMarked;
