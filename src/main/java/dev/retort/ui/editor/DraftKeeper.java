package dev.retort.ui.editor;

import dev.retort.engine.edit.Drafts;
import dev.retort.engine.edit.Drafts.Draft;
import dev.retort.ui.task.Background;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps what is not saved of one file. What was asked to be kept before it was saved or thrown away
 * is not kept after that, in whichever order the background comes to it.
 */
final class DraftKeeper {
  private final Drafts drafts;
  private final Path file;
  private int turn;

  DraftKeeper(Drafts drafts, Path file) {
    this.drafts = drafts;
    this.file = file;
  }

  /** What is kept. Blocks. */
  Optional<Draft> find() throws IOException {
    return drafts.find(file);
  }

  /** Keeps a text, in the background. */
  void keep(Background background, String text, Consumer<Throwable> failed) {
    int of = turn();
    background.run(() -> keep(of, text), kept -> {}, failed);
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

  /** Forgets what is kept, and what was asked to be. Blocks. */
  synchronized Path drop() throws IOException {
    turn++;
    drafts.drop(file);
    return file;
  }
}
