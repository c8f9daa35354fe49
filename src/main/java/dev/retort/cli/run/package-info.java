/** Commands that write to a database, and what they show while they do. */
@NullMarked
package dev.retort.cli.run;

import org.jspecify.annotations.NullMarked;
