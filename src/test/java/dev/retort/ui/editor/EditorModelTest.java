package dev.retort.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.engine.Retort;
import dev.retort.engine.Surroundings;
import dev.retort.engine.edit.Drafts;
import dev.retort.profile.UserContext;
import dev.retort.ui.SameThread;
import dev.retort.ui.session.GitFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditorModelTest {
  private static final String TEXT =
      """
      -- orders
      --
      -- Revision ID: 0001
      -- Revises:

      -- @upgrade
      CREATE TABLE orders (id int);

      -- @downgrade
      DROP TABLE orders;
      """;

  private @TempDir Path root;
  private final SameThread background = new SameThread();
  private final Source source = new Source();
  private final Text text = new Text();
  private final List<String> told = new ArrayList<>();
  private Path file;

  /** A project on disk, without a database. */
  private final class Source implements EditorSource {
    private final ObjectProperty<Optional<Project>> project =
        new SimpleObjectProperty<>(Optional.empty());

    @Override
    public ObservableValue<Optional<Project>> project() {
      return project;
    }

    @Override
    public ObservableValue<Optional<Position>> position() {
      return new SimpleObjectProperty<>(Optional.empty());
    }

    @Override
    public ObservableValue<Optional<String>> database() {
      return new SimpleObjectProperty<>(Optional.empty());
    }

    @Override
    public ObservableValue<GitFacts> git() {
      return new SimpleObjectProperty<>(GitFacts.none());
    }

    @Override
    public Drafts drafts() {
      return new Drafts(root.resolve("drafts"));
    }
  }

  /** A text without a view. */
  private static final class Text implements EditorText {
    private String now = "";
    private int revealed;

    @Override
    public String text() {
      return now;
    }

    @Override
    public void show(String text, boolean undoable) {
      now = text;
    }

    @Override
    public void reveal(int line) {
      revealed = line;
    }
  }

  @BeforeEach
  void aProject() throws IOException {
    Files.createDirectories(root.resolve("migrations"));
    Files.writeString(root.resolve("retort.toml"), "[migrations]\nlocations = [\"migrations\"]\n");
    file = Files.writeString(root.resolve("migrations/0001_orders.sql"), TEXT);
    read();
  }

  /** What the watch on the files does. */
  private void read() {
    UserContext user =
        new UserContext(
            Map.of("RETORT_HOME", root.resolve("home").toString()),
            root,
            "tester",
            UserContext.Os.LINUX);
    source.project.set(
        Optional.of(
            new Retort(new Surroundings(user, root, InstantSource.system()))
                .open(Optional.of(root))));
    background.elapse();
  }

  private EditorModel open() {
    EditorModel model = new EditorModel(source, background, file, () -> told.add("closed"));
    model.attach(text);
    model.open(0);
    return model;
  }

  private void type(EditorModel model, String now) {
    text.now = now;
    model.touched();
    background.elapse();
  }

  private String problems(EditorModel model) {
    return String.join(
        ", ",
        model.checks().resultProperty().get().here().stream()
            .map(one -> one.line() + " " + one.code())
            .toList());
  }

  @Test
  void aFileIsReadAtALine() {
    EditorModel model = open();
    assertEquals(TEXT, text.now);
    assertEquals("migrations/0001_orders.sql", model.name());
    assertFalse(model.editedProperty().get());
    assertTrue(model.editable());
    model.reveal(7);
    assertEquals(7, text.revealed);
  }

  @Test
  void problemsAreFoundAsOneTypesAndGoAgain() {
    EditorModel model = open();
    type(model, TEXT.replace("@downgrade", "@downgade"));
    assertEquals("9 unknown-mark", problems(model));
    type(model, TEXT);
    assertEquals("", problems(model));
    assertFalse(model.editedProperty().get(), "it is as it was");
  }

  @Test
  void savingWritesAndForgetsTheDraft() throws IOException {
    EditorModel model = open();
    type(model, TEXT + "-- more\n");
    assertTrue(model.editedProperty().get());
    assertEquals(TEXT + "-- more\n", source.drafts().find(file).orElseThrow().text());
    model.save();
    assertEquals(TEXT + "-- more\n", Files.readString(file));
    assertFalse(model.editedProperty().get());
    assertTrue(model.stateProperty().get().startsWith("Saved "));
    assertEquals(Optional.empty(), source.drafts().find(file));
  }

  @Test
  void whatWasNeverSavedIsOfferedTheNextTime() throws IOException {
    EditorModel first = open();
    type(first, TEXT + "-- lost?\n");
    first.end();
    EditorModel model = open();
    assertEquals(TEXT, text.now);
    assertTrue(model.draftProperty().get().isPresent());
    model.takeDraft();
    model.touched();
    assertEquals(TEXT + "-- lost?\n", text.now);
    assertTrue(model.editedProperty().get());

    model.end();
    EditorModel other = open();
    type(other, TEXT + "-- something else\n");
    other.save();
    assertEquals(
        TEXT + "-- lost?\n",
        source.drafts().find(file).orElseThrow().text(),
        "what is offered stays until it is decided on");
    other.dropDraft();
    assertEquals(Optional.empty(), other.draftProperty().get());
    assertEquals(Optional.empty(), source.drafts().find(file));
  }

  @Test
  void anUneditedFileFollowsTheDisk() throws IOException {
    EditorModel model = open();
    Files.writeString(file, TEXT + "-- theirs\n");
    read();
    assertEquals(TEXT + "-- theirs\n", text.now);
    assertFalse(model.editedProperty().get());
    assertTrue(model.stateProperty().get().startsWith("Changed on disk"));
  }

  @Test
  void aConflictIsSaidAndNothingIsOverwrittenUnasked() throws IOException {
    EditorModel model = open();
    type(model, TEXT + "-- mine\n");
    Files.writeString(file, TEXT + "-- theirs\n");
    read();
    assertInstanceOf(OnDisk.Changed.class, model.diskProperty().get());
    assertEquals(TEXT + "-- mine\n", text.now);
    model.save();
    assertEquals(TEXT + "-- theirs\n", Files.readString(file));
    model.compare();
    assertEquals(
        new DiskSide.Comparison(TEXT + "-- theirs\n", TEXT + "-- mine\n"),
        model.comparisonProperty().get().orElseThrow());
    model.overwrite();
    assertEquals(TEXT + "-- mine\n", Files.readString(file));
    assertInstanceOf(OnDisk.AsOpened.class, model.diskProperty().get());
    assertEquals(Optional.empty(), model.comparisonProperty().get());
  }

  @Test
  void aConflictCanEndWithWhatIsOnDisk() throws IOException {
    EditorModel model = open();
    type(model, TEXT + "-- mine\n");
    Files.writeString(file, TEXT + "-- theirs\n");
    model.save();
    model.reload();
    assertEquals(TEXT + "-- theirs\n", text.now);
    assertFalse(model.editedProperty().get());
    assertEquals(Optional.empty(), source.drafts().find(file));
  }

  @Test
  void aFileThatIsRenamedOrGoneIsSaid() throws IOException {
    EditorModel model = open();
    Path moved = Files.move(file, file.resolveSibling("0001_new_name.sql"));
    read();
    assertEquals(new OnDisk.Gone(Optional.of(moved)), model.diskProperty().get());
    Files.delete(moved);
    read();
    assertEquals(new OnDisk.Gone(Optional.empty()), model.diskProperty().get());
    model.save();
    assertEquals(TEXT, Files.readString(file));
    assertInstanceOf(OnDisk.AsOpened.class, model.diskProperty().get());
  }

  @Test
  void leavingWithEditsAsksFirst() throws IOException {
    EditorModel model = open();
    model.leave(() -> told.add("left"));
    assertEquals(List.of("left"), told, "there is nothing to ask for");

    type(model, TEXT + "-- mine\n");
    model.close();
    assertTrue(model.leavingProperty().get());
    model.stay();
    assertFalse(model.leavingProperty().get());
    assertEquals(List.of("left"), told);

    model.close();
    model.save();
    assertEquals(List.of("left", "closed"), told);
    assertEquals(TEXT + "-- mine\n", Files.readString(file));

    type(model, TEXT);
    model.close();
    model.discard();
    assertEquals(List.of("left", "closed", "closed"), told);
    assertEquals(TEXT + "-- mine\n", Files.readString(file));
    assertEquals(Optional.empty(), source.drafts().find(file));
  }

  @Test
  void aSaveThatMeetsAConflictDoesNotLeave() throws IOException {
    EditorModel model = open();
    type(model, TEXT + "-- mine\n");
    Files.writeString(file, TEXT + "-- theirs\n");
    model.close();
    model.save();
    assertEquals(List.of(), told);
    assertFalse(model.leavingProperty().get());
    assertInstanceOf(OnDisk.Changed.class, model.diskProperty().get());
  }

  @Test
  void largeFilesAndThoseThatMayNotBeWrittenAreReadOnlyAndSayWhy() throws IOException {
    Files.writeString(file, TEXT + "-- x\n".repeat(500_000));
    EditorModel model = open();
    assertFalse(model.editable());
    assertEquals(
        "The file has 2.5 MB, too much to be edited here; up to 2 MB can be.",
        model.readOnlyProperty().get());
    Files.writeString(file, TEXT + "-- " + "x".repeat(30_000));
    assertTrue(open().readOnlyProperty().get().contains("20,000 characters"));
  }

  @Test
  void aFileOfAnotherEncodingIsConvertedWhenAsked() throws IOException {
    Files.write(file, TEXT.replace("orders", "órdenes").getBytes(StandardCharsets.ISO_8859_1));
    EditorModel model = open();
    assertFalse(model.editable());
    assertTrue(model.readOnlyProperty().get().contains("Windows-1252"));
    model.convert();
    assertTrue(model.editable());
    assertTrue(model.editedProperty().get());
    assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("Ã"));
    model.save();
    assertEquals(TEXT.replace("orders", "órdenes"), Files.readString(file));
  }

  @Test
  void aFileThatCannotBeReadIsSaid() throws IOException {
    Files.delete(file);
    EditorModel model = open();
    assertFalse(model.editable());
    assertTrue(model.readOnlyProperty().get().startsWith("The file cannot be read: "));
  }
}
