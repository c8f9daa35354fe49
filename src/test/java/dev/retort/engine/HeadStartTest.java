package dev.retort.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.retort.execute.Cancellation;
import dev.retort.execute.RunOptions;
import dev.retort.execute.failure.ConnectionFailedException;
import dev.retort.execute.state.DatabaseState;
import dev.retort.plan.Command;
import dev.retort.plan.Plan;
import dev.retort.profile.Confirmation;
import dev.retort.profile.RunLimits;
import dev.retort.profile.UserContext;
import dev.retort.profile.resolve.Wish;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Where a database is, asked while files are read, and the run that goes on in that session. */
@Tag("db")
@ExtendWith(PgExtension.class)
class HeadStartTest {
  private static final String OPEN =
      "EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()"
          + " AND application_name = 'retort upgrade')";

  @TempDir Path home;

  @BeforeEach
  void project() throws IOException {
    Files.writeString(
        home.resolve("0001_who.sql"), "CREATE TABLE who AS SELECT pg_backend_pid() AS pid;\n");
  }

  @Test
  void aRunGoesOnInTheSessionThatLooked(PgDatabase database) {
    try (Connection connection = connection(database)) {
      RunOptions options = connection.options(RunLimits.NONE);
      connection.lookAhead(Command.UPGRADE, options);
      DatabaseState state = connection.state();
      run(connection, state, options);
      assertEquals(
          state.server().processId(),
          Integer.parseInt(database.query("SELECT pid FROM who").getFirst()));
    }
    database.await("NOT " + OPEN);
  }

  @Test
  void aRunOfAnotherKindHasASessionOfItsOwn(PgDatabase database) {
    try (Connection connection = connection(database)) {
      connection.lookAhead(Command.UPGRADE, connection.options(RunLimits.NONE));
      DatabaseState state = connection.state();
      run(connection, state, connection.options(RunLimits.NONE).waiting(Duration.ZERO));
      assertNotEquals(
          state.server().processId(),
          Integer.parseInt(database.query("SELECT pid FROM who").getFirst()));
      database.await("NOT " + OPEN);
    }
  }

  @Test
  void nothingStaysOpenThatWasLetGo(PgDatabase database) {
    try (Connection connection = connection(database)) {
      connection.lookAhead(Command.UPGRADE, connection.options(RunLimits.NONE));
      connection.letGo();
      database.await("NOT " + OPEN);
      assertFalse(connection.state().versions().exists());
    }
  }

  @Test
  void whereItWasIsToldOnceAndLookedUpFromThenOn(PgDatabase database) {
    try (Connection connection = connection(database)) {
      connection.lookAhead();
      assertFalse(connection.state().versions().exists());
      database.execute("CREATE TABLE alembic_version (version_num varchar(32))");
      assertEquals(true, connection.state().versions().exists());
    }
  }

  @Test
  void aServerThatCannotBeReachedIsSaidWhenItIsAskedFor(PgDatabase database) {
    String url = "postgresql://nobody@127.0.0.1:" + database.port() + "/no_such_database";
    try (Connection connection = connection(url)) {
      connection.lookAhead();
      assertThrows(ConnectionFailedException.class, connection::state);
      assertThrows(ConnectionFailedException.class, connection::state);
    }
  }

  private void run(Connection connection, DatabaseState state, RunOptions options) {
    Project project = retort().open(Optional.of(home));
    Plan plan = new Planning(project).plan(PlanRequest.upgrade("head"), state);
    retort()
        .runs(project, connection)
        .run(
            plan,
            new RunRequest(new Confirmation.CommandLine(true, Optional.empty()), options),
            event -> {},
            new Cancellation());
  }

  private Connection connection(PgDatabase database) {
    return connection("postgresql://postgres@127.0.0.1:" + database.port() + "/" + database.name());
  }

  private Connection connection(String url) {
    return retort()
        .connect(
            retort().config(Optional.of(home)),
            new Wish(Optional.of(url), Optional.empty()),
            settings -> Optional.empty());
  }

  private Retort retort() {
    UserContext user =
        new UserContext(
            Map.of("RETORT_HOME", home.resolve("own").toString()),
            home,
            "ada",
            UserContext.Os.LINUX);
    return new Retort(new Surroundings(user, home, InstantSource.system()));
  }
}
