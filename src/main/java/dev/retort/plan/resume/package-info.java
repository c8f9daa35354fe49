/**
 * What to do about a step outside of transactions that stopped midway: mark and catalog in, a
 * verdict and the plan that goes on out. Pure, as all planning.
 */
@NullMarked
package dev.retort.plan.resume;

import org.jspecify.annotations.NullMarked;
