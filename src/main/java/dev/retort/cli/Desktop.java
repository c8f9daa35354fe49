package dev.retort.cli;

import dev.retort.engine.Retort;
import dev.retort.profile.resolve.Wish;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the client: {@code retort} with no command, where there is a display. */
@FunctionalInterface
public interface Desktop {

  /**
   * Opens the client and returns when it is closed.
   *
   * @param directory the project's folder, if one was named
   * @param wish the connection that was named
   */
  void open(Retort retort, Optional<Path> directory, Wish wish);
}
