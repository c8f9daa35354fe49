package dev.retort.ui.session;

import dev.retort.engine.Connection;
import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.engine.Retort;
import dev.retort.engine.seen.Changed;
import dev.retort.revision.RevisionId;
import dev.retort.ui.task.Background;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * The applied revisions whose files were edited after they were run on the chosen database, by this
 * machine's record. Found out in the background, whenever the files or the database are read.
 */
public final class EditedFiles {
  private final Retort retort;
  private final Background background;
  private final ObservableValue<Optional<Project>> project;
  private final ObservableValue<Optional<Connection>> connection;
  private final ObservableValue<Optional<Position>> position;
  private final ReadOnlyObjectWrapper<Map<RevisionId, Changed>> edited =
      new ReadOnlyObjectWrapper<>(Map.of());
  private int asked;

  EditedFiles(
      Retort retort,
      Background background,
      ObservableValue<Optional<Project>> project,
      ObservableValue<Optional<Connection>> connection,
      ObservableValue<Optional<Position>> position) {
    this.retort = retort;
    this.background = background;
    this.project = project;
    this.connection = connection;
    this.position = position;
    project.addListener((observable, before, now) -> look());
    position.addListener((observable, before, now) -> look());
  }

  private void look() {
    int question = ++asked;
    Optional<Project> files = project.getValue();
    Optional<Connection> at = connection.getValue();
    Optional<Position> where = position.getValue();
    if (files.isEmpty() || at.isEmpty() || where.isEmpty()) {
      edited.set(Map.of());
      return;
    }
    Set<RevisionId> applied = where.get().applied();
    background.run(
        () -> retort.seen(files.get(), at.get()).edited(applied::contains),
        found -> {
          if (question == asked) {
            edited.set(found);
          }
        },
        problem -> {
          // Nothing is known then, and nothing said: what matters is said by the run's own log.
          if (question == asked) {
            edited.set(Map.of());
          }
        });
  }

  /** What each of them was, and is now. */
  public ReadOnlyObjectProperty<Map<RevisionId, Changed>> editedProperty() {
    return edited.getReadOnlyProperty();
  }
}
