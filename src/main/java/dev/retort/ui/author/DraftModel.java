package dev.retort.ui.author;

import dev.retort.engine.Project;
import dev.retort.engine.author.Authored;
import dev.retort.engine.author.Authoring;
import dev.retort.engine.author.Draft;
import dev.retort.engine.author.RevisionRequest;
import dev.retort.revision.RevisionId;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/**
 * A new revision, or a merge, being written: what is typed, the file as it would be, and what is
 * wrong. The engine decides both, with every letter and away from the toolkit's thread. Follows the
 * session until it is closed. Toolkit's thread.
 */
public final class DraftModel implements AutoCloseable {

  /** What is being written. */
  public enum Kind {
    REVISION,
    MERGE
  }

  private final ProjectSession session;
  private final Background background;
  private final Kind kind;
  private final AuthorActions actions;
  private final StringProperty message = new SimpleStringProperty("");
  private final StringProperty id = new SimpleStringProperty("");
  private final StringProperty parents = new SimpleStringProperty("");
  private final StringProperty labels = new SimpleStringProperty("");
  private final StringProperty depends = new SimpleStringProperty("");
  private final BooleanProperty splice = new SimpleBooleanProperty(false);
  private final ObjectProperty<Optional<Path>> folder =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Draft>> draft =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Map<DraftField, String>> errors =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyBooleanWrapper writing = new ReadOnlyBooleanWrapper(false);
  private final Subscription following;
  private Optional<String> madeUp = Optional.empty();
  private boolean messageLeft;
  private int asked;

  /**
   * A draft.
   *
   * @param parents what it revises, as targets
   * @param splice whether it may revise what is not a head
   */
  public DraftModel(
      ProjectSession session,
      Background background,
      Kind kind,
      List<String> parents,
      boolean splice,
      AuthorActions actions) {
    this.session = session;
    this.background = background;
    this.kind = kind;
    this.actions = actions;
    this.parents.set(String.join(", ", parents));
    this.splice.set(splice);
    Stream.of(message, id, this.parents, labels, depends, this.splice, folder)
        .forEach(one -> one.addListener(observable -> redraw()));
    following = session.projectProperty().subscribe((before, now) -> redraw());
    redraw();
  }

  private RevisionRequest request() {
    return new RevisionRequest(
        message.get().strip(),
        words(parents.get()),
        splice.get(),
        words(labels.get()),
        words(depends.get()),
        Optional.of(id.get().strip()).filter(text -> !text.isEmpty()).or(() -> madeUp),
        folder.get());
  }

  private static List<String> words(String typed) {
    return Stream.of(typed.split("[\\s,]+")).filter(word -> !word.isEmpty()).toList();
  }

  private void redraw() {
    int question = ++asked;
    Optional<Project> project = session.projectProperty().get();
    if (project.isEmpty() || writing.get()) {
      return;
    }
    // An id that was made up stays what it is while one types, unless somebody took it meanwhile.
    madeUp = madeUp.filter(one -> project.get().graph().named(one).isEmpty());
    RevisionRequest request = request();
    background.run(
        () -> draft(project.get(), request),
        made -> {
          if (question == asked) {
            if (id.get().isBlank()) {
              madeUp = Optional.of(made.id().value());
            }
            draft.set(Optional.of(made));
            errors.set(noMessage());
          }
        },
        problem -> {
          if (question == asked) {
            draft.set(Optional.empty());
            errors.set(DraftProblems.of(problem, request));
          }
        });
  }

  private Draft draft(Project project, RevisionRequest request) {
    Authoring authoring = authoring(project);
    return kind == Kind.MERGE ? authoring.draftMerge(request) : authoring.draft(request);
  }

  private Authoring authoring(Project project) {
    return new Authoring(project, session.retort().surroundings().clock());
  }

  /** A merge says by itself what it does; what is missing is said once it may be known. */
  private Map<DraftField, String> noMessage() {
    return messageLeft && needsMessage()
        ? Map.of(DraftField.MESSAGE, "Say in a few words what it does.")
        : Map.of();
  }

  private boolean needsMessage() {
    return kind == Kind.REVISION && message.get().isBlank();
  }

  /** The message's field was left. */
  void messageLeft() {
    if (!messageLeft) {
      messageLeft = true;
      redraw();
    }
  }

  /** Writes the file, unless something is wrong. */
  public void write() {
    messageLeft = true;
    Optional<Project> project = session.projectProperty().get();
    if (writing.get() || project.isEmpty() || draft.get().isEmpty() || needsMessage()) {
      redraw();
      return;
    }
    RevisionRequest request = request();
    writing.set(true);
    background.run(
        () -> {
          Authoring authoring = authoring(project.get().reload());
          return kind == Kind.MERGE ? authoring.merge(request) : authoring.revision(request);
        },
        this::written,
        problem -> {
          writing.set(false);
          errors.set(DraftProblems.of(problem, request));
        });
  }

  private void written(Authored authored) {
    writing.set(false);
    actions.written(
        (kind == Kind.MERGE ? "Wrote merge " : "Wrote revision ") + authored.id(),
        List.of(authored.file()),
        authored.id());
  }

  /** Leaves without writing. */
  public void leave() {
    actions.leave();
  }

  /** Its page is gone: what happens to the files is no longer its business. */
  @Override
  public void close() {
    following.unsubscribe();
    asked++;
  }

  /** The folders there are to choose from; one where there is no choice. */
  List<Path> folders() {
    return session
        .projectProperty()
        .get()
        .map(project -> project.config().migrations().locations())
        .orElse(List.of());
  }

  /** A path as it is shown: from the project's folder on. */
  String shown(Path file) {
    return session.shown(file);
  }

  /** The message of a revision. */
  String messageOf(RevisionId revision) {
    return session
        .projectProperty()
        .get()
        .flatMap(project -> project.graph().find(revision))
        .map(one -> one.message())
        .orElse("");
  }

  /** What it says of itself. */
  public StringProperty messageProperty() {
    return message;
  }

  /** Its id; empty for one that is made up. */
  public StringProperty idProperty() {
    return id;
  }

  /** What it revises, as targets. */
  public StringProperty parentsProperty() {
    return parents;
  }

  /** Its branch labels. */
  public StringProperty labelsProperty() {
    return labels;
  }

  /** What it depends on. */
  public StringProperty dependsProperty() {
    return depends;
  }

  /** Whether it may revise what is not a head. */
  public BooleanProperty spliceProperty() {
    return splice;
  }

  /** The folder it goes into; empty for the parent's. */
  public ObjectProperty<Optional<Path>> folderProperty() {
    return folder;
  }

  /** The file as it would be; empty while something is wrong. */
  public ReadOnlyObjectProperty<Optional<Draft>> draftProperty() {
    return draft.getReadOnlyProperty();
  }

  /** What is wrong, and with what. */
  public ReadOnlyObjectProperty<Map<DraftField, String>> errorsProperty() {
    return errors.getReadOnlyProperty();
  }

  /** Whether it is being written at this moment. */
  public ReadOnlyBooleanProperty writingProperty() {
    return writing.getReadOnlyProperty();
  }

  /** Whether there is nothing that could be written now. */
  ObservableValue<Boolean> impossible() {
    return Bindings.createBooleanBinding(
        () -> writing.get() || draft.get().isEmpty(), writing, draft);
  }

  Kind kind() {
    return kind;
  }
}
