package dev.retort.ui.editor;

import dev.retort.engine.edit.SourceFile;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The file as it was opened or saved last, and why it cannot be changed, if it cannot. */
final class OpenedFile {
  private final ReadOnlyObjectWrapper<Optional<SourceFile>> file =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper readOnly = new ReadOnlyStringWrapper("");

  /** It was read for the first time. */
  void read(SourceFile now, Optional<String> limit) {
    file.set(Optional.of(now));
    readOnly.set(
        readable()
            ? limit.orElse("")
            : "The file is not UTF-8, so Retort cannot use it. It is shown as %s would have it."
                .formatted(now.encoding().words()));
  }

  /** It could not be read. */
  void failed(Throwable problem) {
    readOnly.set("The file cannot be read: " + Names.reason(problem) + ".");
  }

  /** Somebody else has written it, and nothing here is against that. */
  void replaced(SourceFile now) {
    file.set(Optional.of(now));
    Optional<String> limit = Limits.why(now).filter(why -> readable());
    readOnly.set(limit.orElse(readable() ? "" : readOnly.get()));
  }

  /** It is this from now on; whether it can be changed stays as it is. */
  void take(SourceFile now) {
    file.set(Optional.of(now));
  }

  /** Makes a file of another encoding one that can be changed. */
  void convert() {
    readOnly.set(file.get().flatMap(Limits::why).orElse(""));
  }

  /** The file; absent while it is being read. */
  Optional<SourceFile> file() {
    return file.get();
  }

  /** Whether a text is not what is in the file, byte for byte. */
  boolean differs(String text) {
    return !readable() || !file.get().orElseThrow().text().equals(text);
  }

  /** Whether its encoding is one that Retort uses. */
  boolean readable() {
    return file.get().filter(one -> one.encoding().readable()).isPresent();
  }

  /** Whether its text can be changed. */
  boolean editable() {
    return file.get().isPresent() && readOnly.get().isEmpty();
  }

  /** The file; empty while it is being read. */
  ReadOnlyObjectProperty<Optional<SourceFile>> fileProperty() {
    return file.getReadOnlyProperty();
  }

  /** Why its text cannot be changed; empty where it can. */
  ReadOnlyStringProperty readOnlyProperty() {
    return readOnly.getReadOnlyProperty();
  }
}
