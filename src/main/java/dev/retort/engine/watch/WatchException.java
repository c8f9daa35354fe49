package dev.retort.engine.watch;

import dev.retort.problem.RetortException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Changes on disk cannot be noticed, so that the files have to be read again by hand. */
public final class WatchException extends RetortException {
  private static final long serialVersionUID = 1L;

  WatchException(Path folder, IOException cause) {
    super(
        Kind.FAILED,
        "not-watched",
        "Changes in " + folder + " are not noticed by themselves: " + cause.getMessage() + ".",
        "Press F5 to read the files again. On Linux, fs.inotify.max_user_watches may be too low.",
        Map.of("folder", folder.toString()),
        List.of(),
        cause);
  }
}
