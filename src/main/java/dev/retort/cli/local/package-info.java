/** Commands about this machine rather than a project: the sandbox, shell completion. */
@NullMarked
package dev.retort.cli.local;

import org.jspecify.annotations.NullMarked;
