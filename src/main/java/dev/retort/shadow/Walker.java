package dev.retort.shadow;

import dev.retort.plan.Plan;
import dev.retort.revision.Script;
import dev.retort.schema.Snapshot;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Goes through the steps of a plan in one database. For one thread; close it in the end. */
final class Walker implements AutoCloseable {
  private final Supplier<Replay> replays;
  private final List<Script> baseline;
  private final Chain chain;
  private final Plan plan;

  private @Nullable Replay replay;
  private @Nullable Workspace workspace;
  private int at;

  /** Whether the database is as it is after that many steps, and not midway. */
  private boolean whole;

  Walker(Supplier<Replay> replays, List<Script> baseline, Chain chain, Plan plan) {
    this.replays = replays;
    this.baseline = baseline;
    this.chain = chain;
    this.plan = plan;
  }

  /** The schema after so many steps, which are never fewer than the last time. */
  Snapshot at(int steps) {
    if (replay == null) {
      replay = replays.get();
    }
    whole = false;
    if (workspace == null) {
      Chain part = new Chain(chain.keys().subList(0, steps + 1));
      workspace = replay.reach(Slice.of(plan, 0, steps), baseline, part);
    } else {
      for (int step = at; step < steps; step++) {
        replay.run(workspace, Slice.of(plan, step, step + 1));
      }
    }
    at = steps;
    whole = true;
    return workspace.snapshot();
  }

  @Override
  public void close() {
    if (workspace != null && whole) {
      workspace.keep(chain.keys().get(at));
    } else if (workspace != null) {
      workspace.close();
    }
  }
}
