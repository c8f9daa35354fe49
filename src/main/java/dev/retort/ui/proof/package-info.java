/**
 * Ways back that were tried: what came of it, for one revision and for those of a plan, and the
 * trying under way. What is known comes from the session's round trips.
 */
@NullMarked
package dev.retort.ui.proof;

import org.jspecify.annotations.NullMarked;
