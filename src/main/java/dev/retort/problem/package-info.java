/**
 * What every package says trouble with: {@link dev.retort.problem.Problem} for something found in
 * the user's files, {@link dev.retort.problem.RetortException} for something that stops a command.
 * Knows no other package.
 */
@NullMarked
package dev.retort.problem;

import org.jspecify.annotations.NullMarked;
