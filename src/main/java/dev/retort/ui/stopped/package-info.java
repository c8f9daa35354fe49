/**
 * A step outside of transactions that stopped midway: says what was reached and what is half made,
 * and offers the ways on. Takes a {@link dev.retort.plan.resume.Situation}; whoever shows it does
 * what is asked for, through the usual review. Toolkit's thread.
 */
@NullMarked
package dev.retort.ui.stopped;

import org.jspecify.annotations.NullMarked;
