package dev.retort;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.execute.Cancellation;
import dev.retort.execute.Executor;
import dev.retort.execute.RunOptions;
import dev.retort.graph.RevisionGraph;
import dev.retort.plan.Plan;
import dev.retort.plan.Planner;
import dev.retort.postgres.Access;
import dev.retort.postgres.PostgresSessions;
import dev.retort.postgres.versions.PostgresDatabase;
import dev.retort.postgres.versions.VersionTable;
import dev.retort.profile.file.ProfileDefinition;
import dev.retort.profile.project.ProjectConfig;
import dev.retort.profile.project.ProjectLoader;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.RevisionSet;
import dev.retort.revision.TransactionMode;
import dev.retort.revision.WayBack;
import dev.retort.revision.reading.Baseline;
import dev.retort.revision.reading.BaselineReader;
import dev.retort.revision.reading.RevisionReader;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The sample in {@code db/} is what it claims to be: sound, of every kind, and exact on its way
 * back.
 */
class SampleProjectTest {
  private static final RevisionSet SAMPLE = RevisionReader.read(List.of(Path.of("db/migrations")));
  private static final RevisionGraph GRAPH = RevisionGraph.of(SAMPLE.revisions());

  private static Revision revision(String id) {
    return GRAPH.find(new RevisionId(id)).orElseThrow();
  }

  @Test
  void itHasNoProblemsAndOneHead() {
    assertThat(SAMPLE.problems()).isEmpty();
    assertThat(GRAPH.problems()).isEmpty();
    assertThat(GRAPH.heads()).containsExactly(new RevisionId("0023"));
    assertThat(GRAPH.bases()).containsExactly(new RevisionId("0001"));
  }

  @Test
  void itsConfigurationTiesItTogether() {
    ProjectConfig project = ProjectLoader.find(Path.of("."));
    assertThat(project.problems()).isEmpty();
    assertThat(project.root()).endsWith(Path.of("db"));
    assertThat(project.profiles())
        .extracting(ProfileDefinition::name)
        .containsExactly("staging", "production");
  }

  @Test
  void itHasEveryKindOfRevision() {
    assertThat(revision("0016").branchLabels()).containsExactly("reporting");
    assertThat(revision("0019").dependsOn()).containsExactly("0018");
    assertThat(revision("0021").downRevisions()).hasSize(2);
    assertThat(revision("0017").upgrade().mode()).isEqualTo(TransactionMode.AUTOCOMMIT);
    assertThat(revision("0012").verify()).isPresent();
    assertThat(GRAPH.revisions().stream().filter(r -> r.wayBack() instanceof WayBack.Irreversible))
        .containsExactly(revision("0010"));
    assertThat(GRAPH.revisions()).noneMatch(r -> r.wayBack() instanceof WayBack.Missing);
  }

  @Test
  @Tag("db")
  @ExtendWith(PgExtension.class)
  void everyWayBackLeadsBackExactly(PgDatabase database) throws IOException {
    Runner runner = new Runner(database);
    Baseline baseline = BaselineReader.read(List.of(Path.of("db/legacy/migrations_pre_alembic")));
    assertThat(baseline.problems()).isEmpty();
    baseline.scripts().forEach(script -> database.execute(script.sql()));
    database.execute(resource("rows.sql"));

    for (Revision revision : GRAPH.revisions()) {
      String id = revision.id().value();
      List<String> schemaBelow = database.query(resource("schema.sql"));
      List<String> dataBelow = database.query(resource("data.sql"));
      runner.upgrade(id);
      List<String> schema = database.query(resource("schema.sql"));
      List<String> data = database.query(resource("data.sql"));
      if (revision.wayBack() instanceof WayBack.Downgrade) {
        runner.undo(revision);
        assertThat(database.query(resource("schema.sql"))).as("below " + id).isEqualTo(schemaBelow);
        // 0018 fills a column and says that it leaves it filled.
        assertThat(database.query(resource("data.sql")))
            .as("rows below " + id)
            .isEqualTo(id.equals("0018") ? data : dataBelow);
        runner.upgrade(id);
        assertThat(database.query(resource("schema.sql"))).as("at " + id).isEqualTo(schema);
        assertThat(database.query(resource("data.sql"))).as("rows at " + id).isEqualTo(data);
      }
    }
    assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("0023");
    assertThat(database.query("SELECT count(*) FROM fills_default")).containsExactly("16");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = SampleProjectTest.class.getResourceAsStream("/sample/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    }
  }

  /** Runs the sample's revisions one at a time, as the command line would. */
  private static final class Runner {
    private final PostgresDatabase database;
    private final Planner planner = new Planner(GRAPH);
    private List<RevisionId> heads = List.of();

    Runner(PgDatabase target) {
      database =
          new PostgresDatabase(
              new PostgresSessions(target.settings(), "sample", Access.READ_WRITE),
              VersionTable.standard());
    }

    void upgrade(String id) {
      run(planner.upgrade(heads, List.of(id)));
    }

    /** Takes back this revision alone: by its own name, as {@code -1} has two ways from a merge. */
    void undo(Revision revision) {
      List<RevisionId> down = revision.downRevisions();
      run(
          planner.downgrade(
              heads, down.size() > 1 ? down.getFirst().value() : revision.id() + "@-1"));
    }

    private void run(Plan plan) {
      assertThat(plan.steps()).hasSize(1);
      heads =
          new Executor(database)
              .run(plan, RunOptions.defaults(), event -> {}, new Cancellation())
              .headsAfter();
    }
  }
}
