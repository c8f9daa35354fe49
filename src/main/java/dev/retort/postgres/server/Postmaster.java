package dev.retort.postgres.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server as its own {@code postmaster.pid} has it (PostgreSQL's {@code pidfile.h}): line 1 the
 * process, line 4 the port, line 8 how far it is. The file stays behind when the server is killed.
 *
 * @param ready whether it takes connections
 */
record Postmaster(ProcessHandle process, int port, boolean ready) {
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;

  /** The living server of a data folder, if there is one. */
  static Optional<Postmaster> find(Path data) {
    List<String> lines;
    try {
      lines = Files.readAllLines(data.resolve("postmaster.pid"));
    } catch (IOException e) {
      return Optional.empty();
    }
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    long pid = number(lines.getFirst());
    int port = lines.size() > PORT_LINE ? (int) number(lines.get(PORT_LINE)) : 0;
    boolean ready =
        lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready") && port > 0;
    return Live.find(pid, "postgres", "-D " + data)
        .map(process -> new Postmaster(process, port, ready));
  }

  /**
   * Removes the file that a killed server has left; called under the start lock, when none is
   * alive. PostgreSQL would do so itself, but not where the number now belongs to another process
   * of the user's, nor where nobody has collected the dead one, as in a container without an init.
   */
  static void removeStaleFile(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    List<String> lines = Files.readAllLines(file);
    long pid = lines.isEmpty() ? 0 : number(lines.getFirst());
    if (Live.find(pid, "postgres").isEmpty()) {
      Files.deleteIfExists(file);
    }
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
