/**
 * Commands that look and write nothing: heads, branches, history, show, current, plan, graph, log.
 */
@NullMarked
package dev.retort.cli.look;

import org.jspecify.annotations.NullMarked;
