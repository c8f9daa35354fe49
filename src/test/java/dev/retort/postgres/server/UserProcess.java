package dev.retort.postgres.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A process that uses the server, seen from the test that started it. */
public final class UserProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;

  private UserProcess(Process process) {
    this.process = process;
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts a main class on the class path of the tests. */
  public static UserProcess start(
      Class<?> main, Map<String, String> environment, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    return new UserProcess(builder.start());
  }

  /** Sends a line. */
  public void tell(String line) {
    try {
      OutputStream out = process.getOutputStream();
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads lines up to the first that begins so, and returns it. */
  public String await(String beginning) {
    try {
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        if (line.startsWith(beginning)) {
          return line;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("the process ended before it said " + beginning);
  }

  /** Sends a line and reads the answer, which begins with what is given. */
  public String ask(String line, String beginning) {
    tell(line);
    return await(beginning);
  }

  @Override
  public void close() {
    kill();
  }

  /** Kills it as kill -9 does; it gets to do nothing. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }
}
