package dev.retort.ui.shell;

import dev.retort.profile.UserContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Opens a file with whatever the desktop opens such files with. */
final class FileOpener {
  private FileOpener() {}

  /**
   * Hands a file to the desktop; returns once it has taken it. Blocks.
   *
   * @return the file
   * @throws IOException if there is nothing to open files with, or it refuses
   */
  static Path open(UserContext.Os os, Path file) throws IOException, InterruptedException {
    Path path = file.toAbsolutePath();
    List<String> command =
        switch (os) {
          case LINUX -> List.of("xdg-open", path.toString());
          case MACOS -> List.of("open", path.toString());
          case WINDOWS -> List.of("rundll32", "url.dll,FileProtocolHandler", path.toString());
        };
    int ended =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (ended != 0) {
      throw new IOException(command.getFirst() + " " + path + " ended with " + ended);
    }
    return path;
  }
}
