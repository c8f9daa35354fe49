package dev.retort.survive;

import dev.retort.Main;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The command line program in a process of its own, which can be killed. */
final class ProcessClient implements Client {
  private static final long PATIENCE_SECONDS = 180;

  private final Process process;
  private final Transcript out = new Transcript();
  private final Transcript err = new Transcript();
  private final CompletableFuture<Void> reading;

  private ProcessClient(Process process) {
    this.process = process;
    this.reading =
        CompletableFuture.allOf(
            pump(process.getInputStream(), out), pump(process.getErrorStream(), err));
  }

  static ProcessClient start(Path project, Map<String, String> environment, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return new ProcessClient(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CompletableFuture<Void> pump(InputStream from, Transcript to) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            from.transferTo(to);
          } catch (IOException e) {
            // A stream of a process that was killed may end so.
          }
        },
        task -> Thread.ofPlatform().daemon().start(task));
  }

  /** Kills it as kill -9 does. */
  void kill() {
    process.destroyForcibly();
  }

  @Override
  public int stepsBegun() {
    return out.steps();
  }

  @Override
  public boolean ended() {
    return !process.isAlive();
  }

  @Override
  public Outcome await() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("it does not end; so far it said:\n" + out + err);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException());
    }
    reading.join();
    if (err.toString().contains("Could not find or load main class")) {
      throw new AssertionError("it never was Retort: " + err);
    }
    return new Outcome(process.exitValue(), out.toString(), err.toString());
  }
}
