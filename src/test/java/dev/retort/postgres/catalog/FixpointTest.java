package dev.retort.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.execute.Cancellation;
import dev.retort.execute.RunOptions;
import dev.retort.graph.RevisionGraph;
import dev.retort.postgres.Access;
import dev.retort.postgres.PostgresSession;
import dev.retort.postgres.PostgresSessions;
import dev.retort.postgres.versions.VersionTable;
import dev.retort.revision.Revision;
import dev.retort.revision.TransactionMode;
import dev.retort.revision.reading.BaselineReader;
import dev.retort.revision.reading.RevisionReader;
import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.Omission;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Snapshot;
import dev.retort.schema.ddl.CanonicalDdl;
import dev.retort.sql.StatementSplitter;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Canonical DDL, run on an empty database, gives the snapshot it was written from. */
@Tag("db")
@ExtendWith(PgExtension.class)
class FixpointTest {
  private static final String CLEAR = "DROP SUBSCRIPTION IF EXISTS sub";

  private static Snapshot read(PgDatabase database) {
    return new CatalogReader(
            new PostgresSessions(database.settings(), "test", Access.READ_ONLY),
            VersionTable.standard())
        .read();
  }

  /** As the engine would: by the simple query protocol. */
  private static void run(PgDatabase database, String sql) {
    PostgresSessions sessions =
        new PostgresSessions(database.settings(), "test", Access.READ_WRITE);
    try (PostgresSession session = sessions.open(RunOptions.defaults(), new Cancellation())) {
      session.script(sql);
    }
  }

  private static Snapshot assertFixpoint(PgDatabase database, String suffix) {
    Snapshot snapshot = read(database);
    CanonicalDdl ddl = CanonicalDdl.of(snapshot);
    PgDatabase copy = database.another(suffix);
    run(copy, ddl.text());
    Snapshot again = read(copy);
    // A database that has a subscription cannot be dropped.
    run(copy, CLEAR);
    assertThat(CanonicalDdl.of(again).text()).isEqualTo(ddl.text());
    assertThat(again.objects()).isEqualTo(snapshot.objects());
    assertThat(again.dependencies()).isEqualTo(snapshot.dependencies());
    assertThat(CanonicalDdl.of(again).fingerprint()).isEqualTo(ddl.fingerprint());
    return snapshot;
  }

  @Test
  void anEmptyDatabaseHasThePublicSchemaAndNothingElse(PgDatabase database) {
    Snapshot snapshot = assertFixpoint(database, "copy");
    assertThat(snapshot.objects())
        .extracting(o -> o.id().toString())
        .containsExactly("schema public");
    assertThat(CanonicalDdl.of(snapshot).statements()).isEmpty();
  }

  @Test
  void aDroppedPublicSchemaIsDropped(PgDatabase database) {
    database.execute("DROP SCHEMA public");
    assertThat(assertFixpoint(database, "copy").objects()).isEmpty();
  }

  @Test
  void everyKindOfObjectComesBackAsItWas(PgDatabase database) throws IOException {
    String role = database.role("user");
    int version = read(database).majorVersion();
    Everything.scripts(version, role).forEach(sql -> run(database, sql));
    Snapshot snapshot = assertFixpoint(database, "copy");
    run(database, CLEAR);

    Set<ObjectKind> kinds =
        snapshot.objects().stream()
            .map(SchemaObject::id)
            .map(ObjectId::kind)
            .collect(Collectors.toSet());
    assertThat(kinds).containsExactlyInAnyOrder(ObjectKind.values());

    assertThat(snapshot.roles()).contains(role);
    assertThat(snapshot.omissions())
        .extracting(Omission::what)
        .containsExactly("user mapping FOR PUBLIC SERVER far", "subscription sub");
    assertThat(CanonicalDdl.of(snapshot).text()).doesNotContain("never-shown");
  }

  @Test
  void theSampleComesBackAtSomeRevisions(PgDatabase database) {
    sample(database, 5);
  }

  @Test
  @Tag("slow")
  void theSampleComesBackAtEachRevision(PgDatabase database) {
    sample(database, 1);
  }

  /** Brings the sample from revision to revision, and looks at every so many of them. */
  private static void sample(PgDatabase database, int every) {
    BaselineReader.read(List.of(Path.of("db/legacy/migrations_pre_alembic")))
        .scripts()
        .forEach(script -> database.execute(script.sql()));
    assertFixpoint(database, "baseline");
    RevisionGraph graph =
        RevisionGraph.of(RevisionReader.read(List.of(Path.of("db/migrations"))).revisions());
    int done = 0;
    for (Revision revision : graph.revisions()) {
      if (revision.upgrade().mode() == TransactionMode.AUTOCOMMIT) {
        StatementSplitter.split(revision.upgrade().sql(), 1)
            .forEach(statement -> database.execute(statement.text()));
      } else {
        run(database, revision.upgrade().sql());
      }
      done++;
      if (done % every == 0 || done == graph.revisions().size()) {
        assertFixpoint(database, "at_" + revision.id().value());
      }
    }
  }
}
