package dev.retort.postgres.versions;

import dev.retort.execute.RunResult;
import dev.retort.execute.state.DatabaseState;
import dev.retort.graph.RevisionGraph;
import dev.retort.plan.Command;
import dev.retort.plan.Plan;
import dev.retort.plan.Planner;
import dev.retort.plan.resume.Resumer;
import dev.retort.plan.resume.Situation;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.TransactionMode;
import dev.retort.revision.WayBack;
import dev.retort.testing.PgDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One autocommit revision "a" whose file may be edited, and the way from where a run stopped. */
record Resuming(PgDatabase database, RevisionGraph graph, Plan whole) {

  /** A revision with these sections. */
  static Resuming of(PgDatabase database, String upgrade, String downgrade) {
    RevisionGraph graph =
        RevisionGraph.of(
            List.of(
                new Revision(
                    new RevisionId("a"),
                    List.of(),
                    List.of(),
                    List.of(),
                    "a",
                    Optional.empty(),
                    script(upgrade),
                    new WayBack.Downgrade(script(downgrade)),
                    Optional.empty(),
                    Optional.of(Path.of("a.sql")))));
    return new Resuming(database, graph, new Planner(graph).upgrade(List.of(), List.of("head")));
  }

  static Resuming of(PgDatabase database, String upgrade) {
    return of(database, upgrade, "");
  }

  private static Script script(String sql) {
    return new Script(TransactionMode.AUTOCOMMIT, sql, 1, Optional.of(Path.of("a.sql")));
  }

  DatabaseState state() {
    return Runs.on(database).database().state();
  }

  Resumer resumer() {
    DatabaseState state = state();
    return new Resumer(graph, state.heads(), state.stopped().orElseThrow(), state.traces());
  }

  Situation situation() {
    return resumer().situation();
  }

  /** What {@code retort upgrade head} does. */
  RunResult upgrade() {
    DatabaseState state = state();
    return Runs.on(database)
        .run(
            state.stopped().isPresent()
                ? resumer().onTheWay(Command.UPGRADE, List.of("head"))
                : new Planner(graph).upgrade(state.heads(), List.of("head")));
  }
}
