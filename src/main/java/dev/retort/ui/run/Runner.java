package dev.retort.ui.run;

import dev.retort.execute.Cancellation;
import dev.retort.execute.RunEvent;
import dev.retort.execute.RunResult;
import dev.retort.plan.Plan;
import java.util.function.Consumer;

/** Runs a plan on the database it was made for; what the run model needs of the engine. Blocks. */
@FunctionalInterface
public interface Runner {
  /**
   * Runs to the end, or throws a {@link dev.retort.problem.RetortException}.
   *
   * @param typedName what the user typed where the database's name is asked for; empty elsewhere
   */
  RunResult run(Plan plan, String typedName, Consumer<RunEvent> events, Cancellation cancellation);
}
