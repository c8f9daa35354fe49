package dev.retort.ui.editor;

import dev.retort.engine.Project;
import dev.retort.engine.edit.SourceFile;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How the file on disk stands to the one that was opened, and the two against each other. */
final class DiskSide {
  /** Two texts to be shown against each other. */
  record Comparison(String onDisk, String here) {}

  private final ReadOnlyObjectWrapper<OnDisk> disk =
      new ReadOnlyObjectWrapper<>(new OnDisk.AsOpened());
  private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** It is as it was opened or saved last. */
  void asOpened() {
    disk.set(new OnDisk.AsOpened());
    comparison.set(Optional.empty());
  }

  /** Somebody else has changed it. */
  void changed(SourceFile now) {
    disk.set(new OnDisk.Changed(now));
  }

  /** It is not there any more; perhaps its revision is elsewhere in the project. */
  void gone(Optional<Project> project, SourceFile opened) {
    Path before = opened.path();
    disk.set(
        new OnDisk.Gone(
            Names.revision(opened.text())
                .flatMap(id -> project.flatMap(one -> one.file(id)))
                .map(path -> path.toAbsolutePath().normalize())
                .filter(path -> !path.equals(before))));
  }

  /** Whether it is not there any more. */
  boolean isGone() {
    return disk.get() instanceof OnDisk.Gone;
  }

  /** What somebody else has written. */
  Optional<SourceFile> theirs() {
    return disk.get() instanceof OnDisk.Changed(SourceFile now)
        ? Optional.of(now)
        : Optional.empty();
  }

  /** Shows what is different, or hides it again. */
  void compare(String mine) {
    comparison.set(
        comparison.get().isPresent()
            ? Optional.empty()
            : theirs().map(now -> new Comparison(now.text(), mine)));
  }

  /** How it stands. */
  ReadOnlyObjectProperty<OnDisk> diskProperty() {
    return disk.getReadOnlyProperty();
  }

  /** What is different, while that is shown. */
  ReadOnlyObjectProperty<Optional<Comparison>> comparisonProperty() {
    return comparison.getReadOnlyProperty();
  }
}
