/**
 * Stage 3: graph, current heads and target in, an immutable {@link dev.retort.plan.Plan} out. Pure:
 * no clock, no files, no database. Preview and executor both consume the plan and nothing else.
 */
@NullMarked
package dev.retort.plan;

import org.jspecify.annotations.NullMarked;
