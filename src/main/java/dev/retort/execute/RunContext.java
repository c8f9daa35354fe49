package dev.retort.execute;

import dev.retort.execute.Database.Connected;
import dev.retort.plan.Plan;
import java.util.function.Consumer;

/** What every part of a run needs. */
record RunContext(
    Plan plan,
    RunOptions options,
    Connected connected,
    Consumer<RunEvent> listener,
    Cancellation cancellation) {

  Session session() {
    return connected.session();
  }

  VersionStore versions() {
    return connected.versions();
  }

  void tell(RunEvent event) {
    listener.accept(event);
  }

  /** Stops here if somebody asked to. */
  void checkpoint() {
    if (cancellation.requested()) {
      throw new StoppedException();
    }
  }
}
