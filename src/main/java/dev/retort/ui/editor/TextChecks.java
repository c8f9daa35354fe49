package dev.retort.ui.editor;

import dev.retort.engine.Project;
import dev.retort.engine.edit.Checked;
import dev.retort.ui.task.Background;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Reads a text as if it were saved, a moment after it was changed last. One reading at a time; a
 * text that was changed meanwhile is read again. Toolkit's thread.
 */
final class TextChecks {
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final EditorSource source;
  private final Background background;
  private final Path file;
  private final Supplier<String> text;
  private final Consumer<String> looked;
  private final ReadOnlyObjectWrapper<Checked> result = new ReadOnlyObjectWrapper<>(Checked.none());
  private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper(false);
  private Optional<Background.Later> later = Optional.empty();
  private boolean checking;
  private boolean again;
  private boolean over;

  /**
   * Has looked at nothing yet.
   *
   * @param text gives the text as it is
   * @param looked told each text that is looked at
   */
  TextChecks(
      EditorSource source,
      Background background,
      Path file,
      Supplier<String> text,
      Consumer<String> looked) {
    this.source = source;
    this.background = background;
    this.file = file;
    this.text = text;
    this.looked = looked;
  }

  /** Looks at the text once nothing has changed for a moment. */
  void soon() {
    waiting.set(true);
    later.ifPresent(Background.Later::callOff);
    later = Optional.of(background.later(PAUSE, this::now));
  }

  /** Looks at the text. */
  void now() {
    Optional<Project> project = source.project().getValue();
    if (over || project.isEmpty()) {
      return;
    }
    again = checking;
    if (checking) {
      return;
    }
    checking = true;
    waiting.set(true);
    String of = text.get();
    looked.accept(of);
    background.run(
        () -> Checked.of(project.get(), file, of),
        found -> {
          if (!over) {
            result.set(found);
          }
          done();
        },
        problem -> {
          done();
          throw new IllegalStateException("cannot look for problems in " + file, problem);
        });
  }

  private void done() {
    checking = false;
    if (again) {
      now();
    } else {
      waiting.set(false);
    }
  }

  /** Looks at nothing any more. */
  void end() {
    over = true;
    later.ifPresent(Background.Later::callOff);
  }

  /** What was found last. */
  ReadOnlyObjectProperty<Checked> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /** Whether the text has changed since. */
  ReadOnlyBooleanProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }
}
