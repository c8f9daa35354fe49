package dev.retort.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command as its users would type it.
 *
 * @param name what it is called in the tables
 * @param arguments the program and what it is given
 * @param environment what is set beside the benchmark's own
 * @param directory where it runs
 */
record Command(
    String name, List<String> arguments, Map<String, String> environment, Path directory) {
  private static final Pattern OWN = Pattern.compile("\"took_ms\": ?(\\d+)");

  Command {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /** The same with more in its environment. */
  Command with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(more);
    return new Command(name, arguments, all, directory);
  }

  /** The same under another name in the tables. */
  Command named(String other) {
    return new Command(other, arguments, environment, directory);
  }

  /**
   * Runs it to its end, under a shell that counts the processor's time.
   *
   * @throws IllegalStateException with its output, if it fails
   */
  Sample run(Path scratch) throws IOException, InterruptedException {
    Path times = scratch.resolve("times");
    Path output = scratch.resolve("output");
    List<String> line = new ArrayList<>();
    line.addAll(
        List.of(
            "bash",
            "-c",
            "TIMEFORMAT='%U %S'; { time \"$@\" >\"$OUT\" 2>&1 ; } 2>\"$TIMES\"",
            "bench"));
    line.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile());
    builder.environment().keySet().removeIf(key -> key.startsWith("PG"));
    builder.environment().putAll(environment);
    builder.environment().put("OUT", output.toString());
    builder.environment().put("TIMES", times.toString());
    long start = System.nanoTime();
    int status = builder.start().waitFor();
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    String said = Files.readString(output);
    if (status != 0) {
      throw new IllegalStateException(name + " ended with " + status + ":\n" + end(said));
    }
    return new Sample(
        wall, cpu(Files.readString(times)), own(said), Optional.empty(), Optional.empty());
  }

  private static Duration cpu(String times) {
    double seconds = 0;
    for (String word : times.strip().split("\\s+")) {
      seconds += Double.parseDouble(word.replace(',', '.'));
    }
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  /** The last length of time in what Retort prints as JSON is that of the whole run. */
  private static Optional<Duration> own(String output) {
    Matcher matcher = OWN.matcher(output);
    Optional<Duration> last = Optional.empty();
    while (matcher.find()) {
      last = Optional.of(Duration.ofMillis(Long.parseLong(matcher.group(1))));
    }
    return last;
  }

  private static String end(String text) {
    return text.substring(Math.max(0, text.length() - 4_000));
  }
}
