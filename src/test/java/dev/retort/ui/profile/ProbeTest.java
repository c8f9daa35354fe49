package dev.retort.ui.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.execute.state.Probe;
import dev.retort.execute.state.Probe.Sign;
import dev.retort.profile.resolve.Wish;
import dev.retort.revision.RevisionId;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the test of a connection tells, by what the database has and the role may see. */
@Tag("db")
@ExtendWith(PgExtension.class)
class ProbeTest {
  private static final String TABLE = "CREATE TABLE alembic_version (version_num varchar(32))";

  private @TempDir Path home;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(home);
    desk.open(Wish.profile("nobody"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aDatabaseWithoutAVersionTable(PgDatabase database) {
    Probe probe = probe(database, "postgres");
    assertEquals(Sign.MISSING, probe.sign());
    assertEquals("public.alembic_version", probe.table());
    assertEquals("postgres", probe.server().role());
    assertTrue(probe.server().superuser());
    assertTrue(probe.server().latency().isPositive());
  }

  @Test
  void oneWithRows(PgDatabase database) {
    database.execute(TABLE + "; INSERT INTO alembic_version VALUES ('0001'), ('0002')");
    Probe probe = probe(database, "postgres");
    assertEquals(Sign.READABLE, probe.sign());
    assertEquals(List.of(new RevisionId("0001"), new RevisionId("0002")), probe.heads());
  }

  @Test
  void aRoleThatMayNotReadItIsToldWhatToAskFor(PgDatabase database) {
    database.execute(TABLE);
    String role = database.role("reader");
    Probe probe = probe(database, role);
    assertEquals(Sign.NO_RIGHT, probe.sign());
    assertTrue(probe.hint().contains("GRANT SELECT"), probe.hint());
  }

  @Test
  void somethingElseOfThatName(PgDatabase database) {
    database.execute("CREATE TABLE alembic_version (price numeric)");
    assertEquals(Sign.FOREIGN, probe(database, "postgres").sign());
  }

  private Probe probe(PgDatabase database, String role) {
    ProfileFormModel form =
        new Forms(
                desk.session,
                desk.background,
                new ProfilesModel(desk.session, desk.background),
                desk.ring)
            .create(saved -> {});
    form.text(Field.URL)
        .set("postgresql://%s@localhost:%d/%s".formatted(role, database.port(), database.name()));
    form.test();
    return form.testProperty().get() instanceof TestState.Passed(Probe probe)
        ? probe
        : fail(form.testProperty().get());
  }

  private static Probe fail(TestState state) {
    throw new AssertionError(state.toString());
  }
}
