/** The command line: one class a command, printing, exit codes, JSON. */
@NullMarked
package dev.retort.cli;

import org.jspecify.annotations.NullMarked;
