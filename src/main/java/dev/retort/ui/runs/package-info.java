/**
 * The runs made on this machine: what ran, when, by whom, where, and how it ended, with the SQL
 * that was kept of each.
 */
@NullMarked
package dev.retort.ui.runs;

import org.jspecify.annotations.NullMarked;
