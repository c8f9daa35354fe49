/**
 * Stage 1: revision files in, {@link dev.retort.revision.Revision} values out, and back to files
 * again.
 *
 * <p>Reads every layout of the file format, reports all problems of a folder at once, and never
 * looks at how revisions relate: that is the graph's job, which is next.
 */
@NullMarked
package dev.retort.revision;

import org.jspecify.annotations.NullMarked;
