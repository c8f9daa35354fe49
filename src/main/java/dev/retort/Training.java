package dev.retort;

import dev.retort.cli.Cli;
import dev.retort.cli.term.Streams;
import dev.retort.engine.Retort;
import dev.retort.engine.SandboxControl.Held;
import dev.retort.engine.Surroundings;
import dev.retort.profile.UserContext;
import dev.retort.profile.resolve.Wish;
import dev.retort.ui.shell.Launcher;
import dev.retort.ui.shell.StartTime;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the commands that people wait for, one after the other in one process, so that the JVM that
 * watches while the application is built can keep what it loaded, linked and generated (JEP 514):
 * what is not trained here starts slowly. The client is trained by itself. Packaging runs it on the
 * sample project, and on a made-up one with very many revisions; nobody else does.
 */
final class Training {
  /** Words of a line are apart by blanks; the wrong option is there for the ways of errors. */
  private static final List<String> COMMANDS =
      List.of(
          "--help",
          "--version",
          "heads",
          "heads -v",
          "branches",
          "history",
          "history -v",
          "history --json",
          "history --no-such-option",
          "show head",
          "graph",
          "current",
          "current -v",
          "current --json",
          "plan upgrade heads",
          "plan upgrade heads --heads= -v",
          "plan upgrade heads --heads= --json",
          "plan upgrade no-such-revision --heads=",
          "upgrade base:heads --sql",
          "",
          "downgrade -1 --yes",
          "upgrade heads",
          "current",
          "log");

  /** What needs a shadow database. */
  private static final List<String> WITH_SHADOW =
      List.of(
          "upgrade heads",
          "schema",
          "schema --json",
          "drift",
          "diff base:heads",
          "plan upgrade heads --heads= --schema",
          "plan downgrade -1 --schema",
          "plan downgrade -1 --schema",
          "verify 0004:0006",
          "verify 0004:0006");

  /** From where {@link #COMMANDS} have left the database. */
  private static final List<String> ON_OWN_SERVER =
      List.of("current", "plan downgrade -1", "downgrade -1 --yes", "upgrade heads", "log");

  /** What is done differently where there are very many revisions; once to remember, and again. */
  private static final List<String> WITH_MANY =
      List.of(
          "heads",
          "heads",
          "current",
          "history",
          "history -v",
          "branches",
          "plan upgrade head",
          "plan upgrade head --heads=");

  /** Longer than any start of the client. */
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private Training() {}

  /**
   * Trains on projects.
   *
   * @param args the folder of an ordinary one, that of one with very many revisions, and which face
   *     is trained: {@code client}, {@code shadow}, or else the rest of the command line
   */
  static void main(String[] args) {
    switch (args[2]) {
      case "client" -> client(args[0]);
      case "shadow" -> WITH_SHADOW.forEach(command -> run(command, args[0]));
      default -> {
        COMMANDS.forEach(command -> run(command, args[0]));
        WITH_MANY.forEach(command -> run(command, args[1]));
        ownServer(args[0]);
      }
    }
    System.exit(0);
  }

  /**
   * Opens the client as far as to its first graph, on the platform that needs no display. Where
   * that cannot be, for want of a library that lays out text, the client is just not trained.
   */
  private static void client(String project) {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    Thread window =
        Thread.ofPlatform()
            .daemon()
            .unstarted(
                () -> {
                  try {
                    Path painted = Files.createTempFile("retort-training", ".txt");
                    System.setProperty(StartTime.PROPERTY, painted.toString());
                    Launcher.open(
                        new Retort(Surroundings.ofProcess()),
                        Optional.of(Path.of(project)),
                        Wish.none());
                    Files.deleteIfExists(painted);
                  } catch (IOException | RuntimeException | LinkageError impossible) {
                    System.err.println("The client could not be trained: " + impossible);
                  }
                });
    window.start();
    try {
      window.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void run(String command, String project) {
    int code = Main.run(words(command, project));
    assert code >= 0;
  }

  private static String[] words(String command, String project) {
    List<String> words =
        new ArrayList<>(command.isEmpty() ? List.of() : Arrays.asList(command.split(" ")));
    words.add("-C");
    words.add(project);
    return words.toArray(String[]::new);
  }

  /**
   * The same on a server that libpq's variables or a URL name, with Retort's folders where they
   * usually are: most runs are like that, and none of the above is.
   */
  private static void ownServer(String project) {
    Surroundings here = Surroundings.ofProcess();
    UserContext user = here.user();
    Retort retort = new Retort(here);
    try (Held held = retort.sandbox(retort.open(Optional.of(Path.of(project)))).hold()) {
      URI url = URI.create(held.url());
      String[] account = url.getUserInfo().split(":");
      Map<String, String> environment = new HashMap<>(user.environment());
      environment.remove("RETORT_HOME");
      environment.put("PGHOST", url.getHost());
      environment.put("PGPORT", String.valueOf(url.getPort()));
      environment.put("PGDATABASE", url.getPath().substring(1));
      environment.put("PGUSER", account[0]);
      environment.put("PGPASSWORD", account[1]);
      Path home = user.variable("RETORT_HOME").map(Path::of).orElseThrow();
      Surroundings usual =
          new Surroundings(
              new UserContext(environment, home, user.osUser(), user.os()),
              here.directory(),
              here.clock());
      Cli cli = new Cli(usual, Streams.ofProcess(), Optional.empty());
      for (String command : ON_OWN_SERVER) {
        cli.run(words(command, project));
      }
      cli.run(words("--url " + held.url() + " current", project));
    }
  }
}
