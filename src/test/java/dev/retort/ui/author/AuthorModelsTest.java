package dev.retort.ui.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.engine.Retort;
import dev.retort.engine.Surroundings;
import dev.retort.engine.journal.Journal;
import dev.retort.engine.journal.JournalEntry;
import dev.retort.profile.UserContext;
import dev.retort.profile.resolve.Wish;
import dev.retort.revision.RevisionId;
import dev.retort.ui.author.DraftModel.Kind;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New revisions, merges and rebases as they are typed, on files and without a database. */
class AuthorModelsTest {
  private @TempDir Path home;
  private final Background background = new Unwatched();
  private final Done done = new Done();
  private ProjectSession session;
  private Path migrations;

  /** Notes what was written. */
  private static final class Done implements AuthorActions {
    private final List<Path> files = new ArrayList<>();
    private Optional<RevisionId> selected = Optional.empty();
    private boolean left;

    @Override
    public void leave() {
      left = true;
    }

    @Override
    public void written(String words, List<Path> some, RevisionId select) {
      files.addAll(some);
      selected = Optional.of(select);
    }
  }

  @BeforeEach
  void open() throws IOException {
    migrations = Files.createDirectories(home.resolve("trading/migrations"));
    Files.writeString(
        home.resolve("trading/retort.toml"), "[migrations]\nlocations = [\"migrations\"]\n");
    revision("0001", "");
    revision("0002", "0001");
    UserContext user =
        new UserContext(
            Map.of("RETORT_HOME", home.resolve("retort").toString()),
            home,
            "tester",
            UserContext.Os.LINUX);
    Retort retort = new Retort(new Surroundings(user, home, InstantSource.system()));
    session = new ProjectSession(retort, background, settings -> Optional.empty());
    read();
  }

  @AfterEach
  void close() {
    session.close();
  }

  /** A database that nobody answers for: the files are all there is. */
  private void read() {
    session.open(
        Optional.of(home.resolve("trading")), Wish.url("postgresql://nobody@127.0.0.1:1/nowhere"));
  }

  private void revision(String id, String revises) throws IOException {
    Files.writeString(
        migrations.resolve(id + "_r.sql"),
        "-- message %1$s\n--\n-- Revision ID: %1$s\n-- Revises: %2$s\n\n-- @upgrade\nSELECT 1;\n"
            .formatted(id, revises));
  }

  private DraftModel draft(String parent) {
    return new DraftModel(session, background, Kind.REVISION, List.of(parent), false, done);
  }

  private static String wrong(DraftModel model, DraftField field) {
    return model.errorsProperty().get().getOrDefault(field, "");
  }

  @Test
  void theFileIsShownWhileOneTypesAndNothingIsWritten() throws IOException {
    DraftModel model = draft("head");
    model.messageProperty().set("index orders");
    assertEquals(
        "0003_index_orders.sql",
        String.valueOf(model.draftProperty().get().orElseThrow().file().getFileName()));
    assertTrue(model.draftProperty().get().orElseThrow().text().contains("-- Revises: 0002"));
    assertFalse(Files.exists(migrations.resolve("0003_index_orders.sql")));
    String shown = model.draftProperty().get().orElseThrow().text();
    model.write();
    assertEquals(List.of(migrations.resolve("0003_index_orders.sql")), done.files);
    assertEquals(Optional.of(new RevisionId("0003")), done.selected);
    String written = Files.readString(done.files.getFirst());
    assertEquals(withoutDate(shown), withoutDate(written));
  }

  private static String withoutDate(String text) {
    return text.replaceAll("Create Date: .*", "");
  }

  @Test
  void whatIsWrongIsSaidBesideItsField() {
    DraftModel model = draft("head");
    model.idProperty().set("0001");
    assertTrue(wrong(model, DraftField.ID).contains("already"));
    assertTrue(model.draftProperty().get().isEmpty());
    model.idProperty().set("");
    model.parentsProperty().set("0001");
    assertTrue(wrong(model, DraftField.PARENTS).contains("not a head"));
    model.spliceProperty().set(true);
    assertEquals("", wrong(model, DraftField.PARENTS));
    model.parentsProperty().set("0404");
    assertTrue(wrong(model, DraftField.PARENTS).contains("0404"));
    model.parentsProperty().set("head");
    model.dependsProperty().set("0505");
    assertTrue(wrong(model, DraftField.DEPENDS).contains("0505"));
    model.dependsProperty().set("");
    model.labelsProperty().set("0001");
    assertTrue(wrong(model, DraftField.LABELS).contains("0001"));
  }

  @Test
  void aRevisionWithoutAMessageIsNotWritten() {
    DraftModel model = draft("head");
    assertEquals("", wrong(model, DraftField.MESSAGE));
    model.write();
    assertFalse(wrong(model, DraftField.MESSAGE).isEmpty());
    assertEquals(List.of(), done.files);
    model.leave();
    assertTrue(done.left);
  }

  @Test
  void severalHeadsAreNamedAndMerged() throws IOException {
    revision("0003", "0001");
    read();
    assertTrue(wrong(draft("head"), DraftField.PARENTS).contains("0002, 0003"));
    DraftModel merge =
        new DraftModel(session, background, Kind.MERGE, List.of("0002", "0003"), false, done);
    assertEquals("merge 0002 and 0003", merge.draftProperty().get().orElseThrow().message());
    merge.write();
    assertTrue(Files.readString(done.files.getFirst()).contains("-- Revises: 0002, 0003"));
  }

  @Test
  void aMergeOfOneIsRefused() {
    DraftModel merge =
        new DraftModel(session, background, Kind.MERGE, List.of("heads"), false, done);
    assertTrue(wrong(merge, DraftField.PARENTS).contains("at least two"));
  }

  @Test
  void aRebaseShowsTheLinesAndWritesThem() throws IOException {
    revision("0003", "0001");
    read();
    RebaseModel model = new RebaseModel(session, background, List.of("0003"), "0002", done);
    assertEquals("", model.refusalProperty().get());
    assertEquals(List.of("-- Revises: 0001"), model.changesProperty().get().getFirst().before());
    assertEquals(List.of("-- Revises: 0002"), model.changesProperty().get().getFirst().after());
    assertEquals(4, model.changesProperty().get().getFirst().firstLine());
    Path file = migrations.resolve("0003_r.sql");
    assertTrue(Files.readString(file).contains("-- Revises: 0001"));
    model.write();
    assertEquals(List.of(file), done.files);
    assertTrue(Files.readString(file).contains("-- Revises: 0002"));
  }

  @Test
  void aRebaseOntoItselfOrNothingIsRefusedInWords() {
    RebaseModel model = new RebaseModel(session, background, List.of("0001"), "0002", done);
    assertTrue(model.refusalProperty().get().contains("itself built on"));
    model.targetProperty().set("");
    assertEquals("Name what to move onto.", model.refusalProperty().get());
    model.write();
    assertEquals(List.of(), done.files);
  }

  @Test
  void whatTheLogHasSeenAppliedIsNotMoved() throws IOException {
    revision("0003", "0001");
    read();
    Journal journal = session.retort().journal();
    journal.begin(
        new JournalEntry(
            "run-1",
            Instant.EPOCH,
            "tester",
            new JournalEntry.Where(
                home.resolve("trading").toString(), "staging", "staging", "u@db:5432/trading"),
            new JournalEntry.What(
                "upgrade", List.of("0003"), List.of("0001"), List.of("0003"), "d", 1),
            Optional.empty()));
    journal.end(
        "run-1",
        new JournalEntry.End(
            JournalEntry.Outcome.DONE,
            Duration.ofSeconds(1),
            Optional.empty(),
            Optional.empty(),
            Optional.of(List.of("0003"))));
    RebaseModel model = new RebaseModel(session, background, List.of("0003"), "0002", done);
    assertTrue(
        model.refusalProperty().get().contains("0003 on u@db:5432/trading"),
        model.refusalProperty()::get);
    assertEquals(List.of(), model.changesProperty().get());
    model.write();
    assertEquals(List.of(), done.files);
  }

  @Test
  void aPageThatIsLeftIsToldNothingAnyMore() throws IOException {
    DraftModel open = draft("head");
    DraftModel left = draft("head");
    RebaseModel rebase = new RebaseModel(session, background, List.of("0002"), "base", done);
    assertEquals(1, rebase.changesProperty().get().size());
    left.close();
    rebase.close();
    revision("0003", "0001");
    Files.delete(migrations.resolve("0002_r.sql"));
    session.refresh();
    assertEquals("0004", open.draftProperty().get().orElseThrow().id().value());
    assertEquals("0003", left.draftProperty().get().orElseThrow().id().value());
    assertEquals(1, rebase.changesProperty().get().size(), "nobody asks for a file that is gone");
  }
}
