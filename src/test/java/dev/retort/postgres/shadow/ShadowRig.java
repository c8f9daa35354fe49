package dev.retort.postgres.shadow;

import dev.retort.execute.Cancellation;
import dev.retort.graph.RevisionGraph;
import dev.retort.plan.Plan;
import dev.retort.plan.Planner;
import dev.retort.postgres.versions.VersionTable;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.TransactionMode;
import dev.retort.revision.WayBack;
import dev.retort.schema.Snapshot;
import dev.retort.shadow.RoundTrip;
import dev.retort.shadow.Shadow;
import dev.retort.shadow.ShadowServer;
import dev.retort.testing.PgDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Shadows of a test on the test's server; what they leave there is dropped at the end. */
final class ShadowRig implements AutoCloseable {
  private final PgDatabase database;
  private final Path folder;
  private final List<String> said = new ArrayList<>();
  private final List<Revision> revisions = new ArrayList<>();
  private List<Script> baseline = List.of();
  private int opened;

  ShadowRig(PgDatabase database, Path folder) {
    this.database = database;
    this.folder = folder;
  }

  /** What takes time, as it was told. */
  List<String> said() {
    return said;
  }

  /** How often a server was asked for. */
  int opened() {
    return opened;
  }

  void baseline(String sql) {
    baseline = List.of(Script.of(sql));
  }

  /** Another revision on top of the last. */
  ShadowRig revision(String id, String up, String down) {
    return revision(id, Script.of(up), new WayBack.Downgrade(Script.of(down)));
  }

  ShadowRig revision(String id, Script up, WayBack back) {
    List<RevisionId> below = revisions.isEmpty() ? List.of() : List.of(revisions.getLast().id());
    revisions.add(
        new Revision(
            new RevisionId(id),
            below,
            List.of(),
            List.of(),
            "doc " + id,
            Optional.empty(),
            up,
            back,
            Optional.empty(),
            Optional.empty()));
    return this;
  }

  static Script autocommit(String sql) {
    return new Script(TransactionMode.AUTOCOMMIT, sql, 1, Optional.empty());
  }

  Plan upTo(String target) {
    return new Planner(RevisionGraph.of(revisions)).upgrade(List.of(), List.of(target));
  }

  Plan from(String head, String target) {
    return new Planner(RevisionGraph.of(revisions))
        .upgrade(List.of(new RevisionId(head)), List.of(target));
  }

  ShadowServer open() {
    return PostgresShadow.open(
        database.settings(), Optional.empty(), VersionTable.standard(), () -> {});
  }

  Shadow shadow() {
    Shadow.Source source =
        new Shadow.Source() {
          @Override
          public int majorVersion() {
            return 18;
          }

          @Override
          public ShadowServer open() {
            opened++;
            return ShadowRig.this.open();
          }
        };
    // A ground of the test's own, since tests share a server.
    Shadow.Ground ground = new Shadow.Ground(baseline, database.name(), "as now");
    return new Shadow(source, ground, folder.resolve("cache"), said::add);
  }

  Snapshot at(String target) {
    try (Shadow shadow = shadow()) {
      return shadow.at(upTo(target), new Cancellation());
    }
  }

  /** The round trips of all revisions up to one. */
  List<RoundTrip> verify(String target) {
    try (Shadow shadow = shadow()) {
      Set<RevisionId> all = revisions.stream().map(Revision::id).collect(Collectors.toSet());
      RevisionGraph graph = RevisionGraph.of(revisions);
      return shadow.verify(graph, upTo(target), all, trip -> {}, new Cancellation());
    }
  }

  /** The databases of shadows that there are. */
  List<String> databases() {
    return database.query(
        "SELECT datname FROM pg_database WHERE datname LIKE 'retort\\_shadow\\_%' ORDER BY 1");
  }

  @Override
  public void close() {
    for (String name : databases()) {
      database.execute("DROP DATABASE " + name + " WITH (FORCE)");
    }
  }
}
