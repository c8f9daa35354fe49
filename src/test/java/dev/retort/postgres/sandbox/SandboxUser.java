package dev.retort.postgres.sandbox;

import dev.retort.postgres.server.EmbeddedServer;
import dev.retort.postgres.server.ServerListener;
import dev.retort.profile.Folders;
import dev.retort.revision.Script;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The main class of a process that opens a sandbox: {@code SandboxUser DATA CACHE PROJECT SQL},
 * where SQL is the baseline. Tells the steps.
 */
public final class SandboxUser {
  private SandboxUser() {}

  /** Opens and closes it. */
  public static void main(String[] args) {
    Path data = Path.of(args[0]);
    ServerListener listener = (step, detail) -> answer("step " + step);
    EmbeddedServer server =
        new EmbeddedServer(
            new Folders(data, data, Path.of(args[1])), Duration.ofMillis(200), listener);
    new Sandbox(server, listener).open(Path.of(args[2]), List.of(Script.of(args[3]))).close();
    answer("opened");
  }

  private static void answer(String text) {
    System.out.println(text);
    System.out.flush();
  }
}
