package dev.retort.ui.author;

import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.engine.author.HeaderChange;
import dev.retort.engine.author.Rebase;
import dev.retort.problem.RetortException;
import dev.retort.revision.RevisionId;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;
import dev.retort.ui.task.ClientWords;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;

/**
 * Other parents for revisions that are nowhere applied: what would change in which file, or why it
 * must not. What the chosen database has, and what this machine's log says that any other has,
 * stays where it is. Follows the session until it is closed. Toolkit's thread.
 */
public final class RebaseModel implements AutoCloseable {
  private final ProjectSession session;
  private final Background background;
  private final AuthorActions actions;
  private final StringProperty revisions = new SimpleStringProperty("");
  private final StringProperty target = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<HeaderChange>> changes =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper writing = new ReadOnlyBooleanWrapper(false);
  private final Subscription following;
  private int asked;

  /**
   * A rebase.
   *
   * @param moved the revisions to be moved, as targets
   * @param onto what they are to revise, as a target; may be empty
   */
  public RebaseModel(
      ProjectSession session,
      Background background,
      List<String> moved,
      String onto,
      AuthorActions actions) {
    this.session = session;
    this.background = background;
    this.actions = actions;
    revisions.set(String.join(", ", moved));
    target.set(onto);
    revisions.addListener(observable -> look());
    target.addListener(observable -> look());
    following =
        Subscription.combine(
            session.projectProperty().subscribe((before, now) -> look()),
            session.positionProperty().subscribe((before, now) -> look()));
    look();
  }

  private List<String> moved() {
    return Stream.of(revisions.get().split("[\\s,]+")).filter(word -> !word.isEmpty()).toList();
  }

  private void look() {
    int question = ++asked;
    Optional<Project> project = session.projectProperty().get();
    if (project.isEmpty() || writing.get()) {
      return;
    }
    List<String> moved = moved();
    String onto = target.get().strip();
    if (moved.isEmpty() || onto.isEmpty()) {
      say(List.of(), moved.isEmpty() ? "Name the revisions to move." : "Name what to move onto.");
      return;
    }
    Optional<Position> position = session.positionProperty().get();
    background.run(
        () -> preview(project.get(), moved, onto, position),
        found -> {
          if (question == asked) {
            say(found, found.isEmpty() ? "They revise it already: nothing would change." : "");
          }
        },
        problem -> {
          if (question == asked) {
            say(List.of(), ClientWords.of(problem));
          }
        });
  }

  private List<HeaderChange> preview(
      Project project, List<String> moved, String onto, Optional<Position> position) {
    Rebase rebase = new Rebase(project);
    requireNowhere(project, rebase.concerned(moved), position);
    return rebase.preview(moved, onto, applied(position));
  }

  private static Set<RevisionId> applied(Optional<Position> position) {
    return position.map(Position::applied).orElse(Set.of());
  }

  private void requireNowhere(
      Project project, Set<RevisionId> concerned, Optional<Position> position) {
    String here =
        concerned.stream()
            .filter(applied(position)::contains)
            .map(RevisionId::value)
            .collect(Collectors.joining(", "));
    if (!here.isEmpty()) {
      String name =
          session
              .connectionProperty()
              .get()
              .map(connection -> connection.profile().name())
              .orElse("The chosen database");
      throw new AppliedException(
          name + " has " + here + " applied. Downgrade it there first, or merge instead.");
    }
    Map<String, Set<RevisionId>> seen = session.retort().seenApplied(project, concerned);
    if (!seen.isEmpty()) {
      throw new AppliedException(
          seen.entrySet().stream()
                  .map(one -> ids(one.getValue()) + " on " + one.getKey())
                  .collect(
                      Collectors.joining("; ", "By the log of this machine, applied were ", ""))
              + ". Downgrade there first, or merge instead.");
    }
  }

  private static String ids(Set<RevisionId> some) {
    return some.stream().map(RevisionId::value).collect(Collectors.joining(", "));
  }

  /** Something is applied, so that it must stay where it is. */
  private static final class AppliedException extends RetortException {
    private static final long serialVersionUID = 1L;

    AppliedException(String message) {
      super(Kind.REFUSED, "applied", message, "");
    }
  }

  private void say(List<HeaderChange> found, String why) {
    changes.set(found);
    refusal.set(why);
  }

  /** Writes the files, unless something is against it. */
  public void write() {
    Optional<Project> project = session.projectProperty().get();
    if (project.isEmpty() || changes.get().isEmpty() || writing.get()) {
      return;
    }
    List<String> moved = moved();
    String onto = target.get().strip();
    Optional<Position> position = session.positionProperty().get();
    writing.set(true);
    background.run(
        () -> {
          Project now = project.get().reload();
          Rebase rebase = new Rebase(now);
          requireNowhere(now, rebase.concerned(moved), position);
          return rebase.onto(moved, onto, applied(position));
        },
        done -> {
          writing.set(false);
          List<Path> files = done.moves().stream().map(Rebase.Move::file).toList();
          if (done.moves().isEmpty()) {
            actions.leave();
          } else {
            String ids =
                done.moves().stream()
                    .map(move -> move.id().value())
                    .collect(Collectors.joining(", "));
            actions.written("Moved " + ids + " onto " + onto, files, done.moves().getFirst().id());
          }
        },
        problem -> {
          writing.set(false);
          say(List.of(), ClientWords.of(problem));
        });
  }

  /** Leaves without writing. */
  public void leave() {
    actions.leave();
  }

  /** Its page is gone: where the database is, and what the files say, is not asked any more. */
  @Override
  public void close() {
    following.unsubscribe();
    asked++;
  }

  /** The revisions to be moved. */
  public StringProperty revisionsProperty() {
    return revisions;
  }

  /** What they are to revise. */
  public StringProperty targetProperty() {
    return target;
  }

  /** What would change; empty where nothing would, or nothing may. */
  public ReadOnlyObjectProperty<List<HeaderChange>> changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /** Why nothing would be written; empty if something would. */
  public ReadOnlyStringProperty refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  /** Whether the files are being written at this moment. */
  public ReadOnlyBooleanProperty writingProperty() {
    return writing.getReadOnlyProperty();
  }

  /** A path as it is shown: from the project's folder on. */
  String shown(Path file) {
    return session.shown(file);
  }
}
