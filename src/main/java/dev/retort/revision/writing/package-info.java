/**
 * Revisions back to files: new ones from a {@link dev.retort.revision.Revision}, and new parents
 * into existing ones. Whatever is written is first read back in memory and compared, so that a file
 * never says anything but what was meant; files appear whole or not at all.
 */
@NullMarked
package dev.retort.revision.writing;

import org.jspecify.annotations.NullMarked;
