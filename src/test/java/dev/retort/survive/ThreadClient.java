package dev.retort.survive;

import dev.retort.cli.Cli;
import dev.retort.cli.term.Streams;
import dev.retort.engine.Surroundings;
import dev.retort.profile.UserContext;
import java.io.BufferedReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The command line in a thread of this process, for runs whose client lives on. */
final class ThreadClient implements Client {
  private static final long PATIENCE_SECONDS = 180;

  private final Transcript out = new Transcript();
  private final Transcript err = new Transcript();
  private final CompletableFuture<Integer> running;

  private ThreadClient(Path project, Map<String, String> environment, String... arguments) {
    this.running =
        CompletableFuture.supplyAsync(
            () -> run(project, environment, arguments),
            task -> Thread.ofPlatform().daemon().start(task));
  }

  static ThreadClient start(Path project, Map<String, String> environment, String... arguments) {
    return new ThreadClient(project, environment, arguments);
  }

  private int run(Path project, Map<String, String> environment, String... arguments) {
    Streams streams =
        new Streams(
            new BufferedReader(new StringReader("")), print(out), print(err), false, false, false);
    UserContext user = new UserContext(environment, project, "tester", UserContext.Os.LINUX);
    return new Cli(
            new Surroundings(user, project, InstantSource.system()), streams, Optional.empty())
        .run(arguments);
  }

  private static PrintStream print(Transcript to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  @Override
  public int stepsBegun() {
    return out.steps();
  }

  @Override
  public boolean ended() {
    return running.isDone();
  }

  @Override
  public Outcome await() {
    int exitCode =
        running
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .exceptionally(
                e -> {
                  throw new AssertionError("it does not end; so far it said:\n" + out + err, e);
                })
            .join();
    return new Outcome(exitCode, out.toString(), err.toString());
  }
}
