package dev.retort.ui.editor;

import dev.retort.engine.edit.Drafts;
import dev.retort.engine.edit.Drafts.Draft;
import dev.retort.ui.task.Background;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Keeps what is not saved of one file, and offers what was kept another time. What is still offered
 * is neither replaced nor thrown away by anything else. What was asked to be kept before it was
 * saved or thrown away is not kept after that, in whichever order the background comes to it.
 * Toolkit's thread, where nothing else is said.
 */
final class DraftKeeper {
  private final Drafts drafts;
  private final Path file;
  private final Background background;
  private final Consumer<String> trouble;
  private final ReadOnlyObjectWrapper<Optional<Draft>> offered =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private int turn;

  /**
   * Offers nothing yet.
   *
   * @param trouble told what did not work
   */
  DraftKeeper(Drafts drafts, Path file, Background background, Consumer<String> trouble) {
    this.drafts = drafts;
    this.file = file;
    this.background = background;
    this.trouble = trouble;
  }

  /** What is kept. Blocks; any thread. */
  Optional<Draft> find() throws IOException {
    return drafts.find(file);
  }

  /** Offers what was kept another time. */
  void offer(Optional<Draft> kept) {
    offered.set(kept);
  }

  /** Whether something is still being offered. */
  boolean offers() {
    return offered.get().isPresent();
  }

  /** Takes up what is offered: it stays kept as what is not saved. */
  Optional<Draft> take() {
    Optional<Draft> kept = offered.get();
    offered.set(Optional.empty());
    return kept;
  }

  /** Keeps a text, in the background. */
  void keep(String text) {
    if (offers()) {
      return;
    }
    int of = turn();
    background.run(
        () -> keep(of, text),
        kept -> {},
        problem -> trouble.accept("What is not saved cannot be kept: " + reason(problem)));
  }

  private static String reason(Throwable problem) {
    return Names.reason(problem) + ".";
  }

  private synchronized int turn() {
    return turn;
  }

  private synchronized boolean keep(int of, String text) throws IOException {
    if (of == turn) {
      drafts.keep(file, text);
    }
    return of == turn;
  }

  /** There are no edits any more, in the background. */
  void settle() {
    if (!offers()) {
      background.run(
          this::drop,
          dropped -> {},
          problem -> trouble.accept("What was kept cannot be removed: " + reason(problem)));
    }
  }

  /** Throws away what is offered, in the background. */
  void refuse() {
    offered.set(Optional.empty());
    settle();
  }

  /** Forgets what is kept, and what was asked to be. Blocks; any thread. */
  synchronized Path drop() throws IOException {
    turn++;
    drafts.drop(file);
    return file;
  }

  /** Edits of another time that were not saved. */
  ReadOnlyObjectProperty<Optional<Draft>> offeredProperty() {
    return offered.getReadOnlyProperty();
  }
}
