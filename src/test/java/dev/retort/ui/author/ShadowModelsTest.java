package dev.retort.ui.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.engine.Retort;
import dev.retort.engine.Surroundings;
import dev.retort.profile.UserContext;
import dev.retort.profile.resolve.Wish;
import dev.retort.revision.RevisionId;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;
import dev.retort.ui.task.Inquiry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Merges tried in each order, and many revisions as one, on a real shadow without the toolkit. */
@Tag("db")
@ExtendWith(PgExtension.class)
class ShadowModelsTest {
  private static PgDatabase server;

  private @TempDir Path home;
  private final Background background = new Unwatched();
  private final List<String> written = new ArrayList<>();
  private ProjectSession session;
  private PgDatabase database;

  private final AuthorActions actions =
      new AuthorActions() {
        @Override
        public void leave() {
          written.add("left");
        }

        @Override
        public void written(String words, List<Path> files, RevisionId select) {
          written.add(words);
        }
      };

  @BeforeAll
  static void share(PgDatabase server) {
    ShadowModelsTest.server = server;
  }

  @AfterAll
  static void dropShadows() {
    server.dropShadows();
  }

  @BeforeEach
  void project(PgDatabase database) throws IOException {
    this.database = database;
    this.session = session(server.port());
    Files.createDirectories(home.resolve("p/migrations"));
    Files.writeString(
        home.resolve("p/retort.toml"), "[migrations]\nlocations = [\"migrations\"]\n");
    revision("r", "", "CREATE TABLE t (n int, s text);", "DROP TABLE t;");
  }

  @AfterEach
  void close() {
    session.close();
  }

  private void revision(String id, String revises, String up, String down) throws IOException {
    Files.writeString(
        file(id),
        "-- doc %s\n--\n-- Revision ID: %1$s\n-- Revises: %s\n\n-- @upgrade\n%s\n\n-- @downgrade\n%s\n"
            .formatted(id, revises, up, down));
  }

  private Path file(String id) {
    return home.resolve("p/migrations/" + id + ".sql");
  }

  private ProjectSession session(int shadowPort) {
    UserContext user =
        new UserContext(
            Map.of(
                "RETORT_HOME",
                home.resolve("retort").toString(),
                "RETORT_SHADOW_URL",
                "postgresql://postgres@localhost:" + shadowPort + "/postgres"),
            home,
            "tester",
            UserContext.Os.LINUX);
    Retort retort = new Retort(new Surroundings(user, home, InstantSource.system()));
    return new ProjectSession(retort, background, settings -> Optional.empty());
  }

  private void open() {
    session.open(
        Optional.of(home.resolve("p")),
        Wish.url(
            "postgresql://postgres@localhost:%d/%s".formatted(database.port(), database.name())));
  }

  private MergePreviewModel merge(String a, String b) throws IOException {
    revision("a", "r", a, "");
    revision("b", "r", b, "");
    open();
    return tried();
  }

  private MergePreviewModel tried() {
    MergePreviewModel model = new MergePreviewModel(session, background);
    model.begin();
    assertThat(model.inquiry().stateProperty().get()).isInstanceOf(Inquiry.Idle.class);
    model.about(List.of(new RevisionId("a"), new RevisionId("b")));
    model.begin();
    return model;
  }

  private static <T> T answer(Inquiry<T> inquiry) {
    assertThat(inquiry.stateProperty().get()).isInstanceOf(Inquiry.Answered.class);
    return inquiry.answer().orElseThrow();
  }

  @Test
  void headsThatKeepApartAgreeAndAnotherFileMakesThatOld() throws IOException {
    MergePreviewModel model = merge("CREATE TABLE a ();", "CREATE TABLE b ();");
    MergeOutcome found = answer(model.inquiry());
    assertThat(found.sort()).isEqualTo(VerdictLine.Sort.GOOD);
    assertThat(found.verdict()).isEqualTo("Whichever comes first, the schema is the same.");
    assertThat(found.orders())
        .extracting("words")
        .containsExactly("a, then b runs", "b, then a runs");
    assertThat(found.touched()).isEmpty();
    session.refresh();
    assertThat(model.inquiry().stateProperty().get()).isInstanceOf(Inquiry.Idle.class);
  }

  @Test
  void whatTheLastOneDecidesIsShownAndNamed() throws IOException {
    MergeOutcome found =
        answer(
            merge(
                    "ALTER TABLE t ALTER s SET DEFAULT 'a';",
                    "ALTER TABLE t ALTER s SET DEFAULT 'b'; CREATE INDEX i ON t (n);")
                .inquiry());
    assertThat(found.sort()).isEqualTo(VerdictLine.Sort.WARNING);
    assertThat(found.advice()).startsWith("a and b part at r.");
    assertThat(found.orders().getFirst().difference()).isEmpty();
    assertThat(found.orders().getLast().words()).isEqualTo("b, then a runs, to another schema");
    MergeOutcome.Difference two = found.orders().getLast().difference().orElseThrow();
    assertThat(two.first()).isEqualTo("a, then b");
    assertThat(two.ddl().before()).contains("DEFAULT 'b'").doesNotContain("DEFAULT 'a'");
    assertThat(two.ddl().after()).contains("DEFAULT 'a'");
    assertThat(found.touched()).hasSize(1);
    assertThat(found.touched().getFirst().by())
        .containsExactly("a changes table t", "b changes table t", "b adds index i");
  }

  @Test
  void whatFailsIsNamedWithItsOrderItsStatementAndWhy() throws IOException {
    MergeOutcome found =
        answer(merge("ALTER TABLE t DROP COLUMN s;", "CREATE INDEX i ON t (s);").inquiry());
    assertThat(found.sort()).isEqualTo(VerdictLine.Sort.BAD);
    assertThat(found.orders().getFirst().words()).isEqualTo("a, then b: b fails");
    assertThat(found.orders().getFirst().more())
        .isEqualTo("CREATE INDEX i ON t (s)\ncolumn \"s\" does not exist");
    assertThat(found.orders().getLast().sort()).isEqualTo(VerdictLine.Sort.GOOD);
  }

  @Test
  void aShadowThatCannotBeHadIsSaid() throws IOException {
    revision("a", "r", "", "");
    revision("b", "r", "", "");
    session.close();
    session = session(1);
    open();
    assertThat(tried().inquiry().stateProperty().get())
        .isInstanceOfSatisfying(
            Inquiry.Failed.class, failed -> assertThat(failed.words()).contains("localhost:1"));
    SquashModel squash = new SquashModel(session, background, "r:a", actions);
    squash.prove();
    assertThat(squash.inquiry().stateProperty().get()).isInstanceOf(Inquiry.Failed.class);
    assertThat(squash.impossible().getValue()).isTrue();
  }

  private SquashModel line(String range) throws IOException {
    revision("s", "r", "ALTER TABLE t ADD m int;", "ALTER TABLE t DROP m;");
    revision("u", "s", "CREATE INDEX i ON t (m);", "DROP INDEX i;");
    open();
    SquashModel model = new SquashModel(session, background, range, actions);
    model.prove();
    return model;
  }

  @Test
  void severalBecomeOneOnceSomebodyAgreesThatTheirFilesGo() throws IOException {
    SquashModel model = line("s:u");
    SquashProof proof = answer(model.inquiry());
    assertThat(proof.squashed().text()).contains("ADD m int;", "CREATE INDEX i", "Revises: r");
    assertThat(proof.squashed().files()).containsExactly(file("s"), file("u"));
    assertThat(model.cautionsProperty().get()).hasSize(1);
    assertThat(model.cautionsProperty().get().getFirst().words())
        .contains("Not committed", "migrations/s.sql, migrations/u.sql");
    assertThat(model.impossible().getValue()).isTrue();
    model.write();
    assertThat(written).isEmpty();
    model.agreedProperty().set(true);
    model.messageProperty().set("an indexed number");
    assertThat(model.squashed().orElseThrow().text()).startsWith("-- an indexed number\n");
    model.write();
    assertThat(written).containsExactly("Squashed 2 revisions into u");
    assertThat(file("s")).doesNotExist();
    assertThat(Files.readString(home.resolve("p/migrations/u_an_indexed_number.sql")))
        .startsWith("-- an indexed number\n")
        .contains("CREATE INDEX i");
  }

  @Test
  void theOldFilesAreKeptInAFolderThatIsNamedAndThenNothingIsLost() throws IOException {
    SquashModel model = line("s:u");
    model.oldFiles().folderProperty().set("migrations/old");
    assertThat(model.oldFiles().refusal())
        .isEqualTo("What is in migrations/old is read as revisions. Name a folder outside.");
    model.agreedProperty().set(true);
    assertThat(model.impossible().getValue()).isTrue();
    model.agreedProperty().set(false);
    model.oldFiles().folderProperty().set(" attic/2026 ");
    assertThat(model.oldFiles().refusal()).isEmpty();
    assertThat(model.oldFiles().words()).contains("GO TO attic/2026");
    assertThat(model.inquiry().answer()).as("the proof holds, wherever they go").isPresent();
    assertThat(model.cautionsProperty().get()).as("they can be brought back").isEmpty();
    assertThat(model.impossible().getValue()).isFalse();
    String was = Files.readString(file("s"));
    model.write();
    assertThat(written)
        .containsExactly("Squashed 2 revisions into u; their files are in attic/2026");
    assertThat(file("s")).doesNotExist();
    assertThat(home.resolve("p/attic/2026/s.sql")).hasContent(was);
    assertThat(home.resolve("p/attic/2026/u.sql")).exists();
  }

  @Test
  void aPageThatIsLeftIsToldNothingAnyMore() throws IOException {
    SquashModel squash = line("s:u");
    revision("a", "r", "CREATE TABLE a ();", "");
    revision("b", "r", "CREATE TABLE b ();", "");
    session.refresh();
    squash.prove();
    MergePreviewModel merge = tried();
    squash.close();
    merge.close();
    session.refresh();
    assertThat(squash.inquiry().answer()).as("nobody follows the files for it").isPresent();
    assertThat(merge.inquiry().answer()).as("nor for the merge").isPresent();
  }

  @Test
  void filesThatChangedSinceAreNotReplaced() throws IOException {
    SquashModel model = line("s:u");
    model.agreedProperty().set(true);
    revision("u", "s", "CREATE INDEX j ON t (m);", "DROP INDEX j;");
    model.write();
    assertThat(model.troubleProperty().get()).contains("files have changed, of u", "Prove it");
    assertThat(written).isEmpty();
    assertThat(file("s")).exists();
    assertThat(model.impossible().getValue()).isTrue();
  }

  @Test
  void aDatabaseInTheMidstForbidsItAndAskingForSomethingElseForgetsTheProof() throws IOException {
    database = server.another("midst");
    database.execute(
        "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY);"
            + " INSERT INTO alembic_version VALUES ('s')");
    SquashModel model = line("s:u");
    model.agreedProperty().set(true);
    assertThat(model.cautionsProperty().get().getFirst().forbids()).isTrue();
    assertThat(model.cautionsProperty().get().getFirst().words())
        .contains("is in the midst of them: it has s and not u. Upgrade it to u or beyond first.");
    assertThat(model.impossible().getValue()).isTrue();
    model.schemaOnlyProperty().set(true);
    assertThat(model.inquiry().stateProperty().get()).isInstanceOf(Inquiry.Idle.class);
    assertThat(model.cautionsProperty().get()).isEmpty();
    assertThat(model.agreedProperty().get()).isFalse();
  }

  @Test
  void whatCannotBeOneIsSaidInTheClientsWords() throws IOException {
    SquashModel model = line("u:u");
    assertThat(model.inquiry().stateProperty().get())
        .isEqualTo(
            new Inquiry.Failed<>(
                "The range 'u:u' has one revision. Name the first and the last of those that are"
                    + " to be one: for example 0004:0009."));
    revision("s", "r", "ALTER TABLE t ADD m int;", "SELECT 1;");
    revision("u", "s", "SELECT 1;", "SELECT 1;");
    session.refresh();
    model.rangeProperty().set("r:u");
    model.prove();
    assertThat(answer(model.inquiry()).squashed().ids()).hasSize(3);
    model.rangeProperty().set("s:u");
    model.prove();
    assertThat(model.inquiry().stateProperty().get())
        .isInstanceOfSatisfying(
            Inquiry.Failed.class,
            failed ->
                assertThat(failed.words())
                    .contains("failed its proof", "does not run again")
                    .contains("say why in “No way back”.")
                    .doesNotContain("--"));
    model.oneWayProperty().set("nobody needs it");
    model.prove();
    assertThat(answer(model.inquiry()).squashed().remarks())
        .containsExactly("There is no way back from it: nobody needs it.");
  }
}
