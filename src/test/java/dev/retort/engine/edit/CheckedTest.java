package dev.retort.engine.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.engine.Project;
import dev.retort.engine.Retort;
import dev.retort.engine.Surroundings;
import dev.retort.problem.Problem;
import dev.retort.profile.UserContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a text before it is saved is what would be said of it after that. */
class CheckedTest {
  private @TempDir Path root;
  private Path second;

  @BeforeEach
  void aProject() throws IOException {
    Files.createDirectories(root.resolve("migrations"));
    Files.writeString(root.resolve("retort.toml"), "[migrations]\nlocations = [\"migrations\"]\n");
    write("0001_a.sql", revision("0001", "", "CREATE TABLE a (id int);"));
    second = write("0002_b.sql", revision("0002", "0001", "CREATE TABLE b (id int);"));
    write("0003_c.sql", revision("0003", "0002", "CREATE TABLE c (id int);"));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(root.resolve("migrations").resolve(name), text);
  }

  private static String revision(String id, String revises, String sql) {
    return """
    -- words
    --
    -- Revision ID: %s
    -- Revises: %s

    -- @upgrade
    %s

    -- @downgrade none
    """
        .formatted(id, revises, sql);
  }

  private Project project() {
    UserContext user =
        new UserContext(
            Map.of("RETORT_HOME", root.resolve("home").toString()),
            root,
            "tester",
            UserContext.Os.LINUX);
    return new Retort(new Surroundings(user, root, InstantSource.system())).open(Optional.of(root));
  }

  private Checked check(String text) {
    return Checked.of(project(), second, text);
  }

  private static String words(List<Problem> problems) {
    return String.join(", ", problems.stream().map(one -> one.line() + " " + one.code()).toList());
  }

  @Test
  void nothingIsWrongWithWhatIsThere() throws IOException {
    assertEquals(Checked.none(), check(Files.readString(second)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      textBlock =
          """
          0002 → 0009 → SELECT 1; → 4 missing-parent
          0001 → 0001 → SELECT 1; → 3 duplicate-revision
          0002 → 0001 → COMMIT; → 7 transaction-control
          0002 → 0001 → SELECT 'a → 7 unterminated-string
          0002 → 0001 → \\i other.sql → 7 psql-command
          0002 → 0001 → VACUUM; → 7 needs-autocommit
          0002 → 0001 → CREATE INDEX CONCURRENTLY i ON a (id); → 7 needs-autocommit
          0002 → 0001 → -- @upgade → 7 unknown-mark
          """)
  void whatWouldBeReportedIsSaidAtItsLine(String id, String revises, String sql, String problem) {
    Checked found = check(revision(id, revises, sql));
    assertEquals(
        problem,
        found.here().stream()
            .map(one -> one.line() + " " + one.code())
            .filter(problem::equals)
            .findFirst()
            .orElseGet(() -> words(found.here())));
  }

  @Test
  void whatAnEditBreaksElsewhereIsSaidAndWhatIsBrokenAlreadyIsNot() throws IOException {
    write("0004_d.sql", revision("0004", "0007", "SELECT 1;"));
    Checked found = check(revision("0002b", "0001", "SELECT 1;"));
    assertEquals("", words(found.here()));
    assertEquals("4 missing-parent", words(found.elsewhere()));
    assertEquals(
        Optional.of(root.resolve("migrations/0003_c.sql")), found.elsewhere().getFirst().file());
  }
}
