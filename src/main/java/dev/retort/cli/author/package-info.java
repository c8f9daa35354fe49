/** Commands that write files: revision, merge, edit, rebase, init. */
@NullMarked
package dev.retort.cli.author;

import org.jspecify.annotations.NullMarked;
