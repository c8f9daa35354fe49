/**
 * Between the graph and the plan: which revisions a target leads through, in which order, and which
 * rows of the version table each of them moves. Knows no statements; {@code plan} adds them.
 */
@NullMarked
package dev.retort.plan.route;

import org.jspecify.annotations.NullMarked;
