package dev.retort.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The same work done by several commands in turns, so that what disturbs one disturbs all. */
final class Contest {
  private final String title;
  private final Path scratch;
  private final Map<Command, List<Sample>> samples = new LinkedHashMap<>();

  /** What surrounds each run and is not measured. */
  interface Ground {
    void prepare();

    /** Adds what can be seen of a run from the other side. */
    Sample complete(Sample sample);

    /** Where nothing need be done. */
    static Ground asItIs() {
      return new Ground() {
        @Override
        public void prepare() {}

        @Override
        public Sample complete(Sample sample) {
          return sample;
        }
      };
    }
  }

  Contest(String title, Path scratch, List<Command> commands) {
    this.title = title;
    this.scratch = scratch;
    commands.forEach(command -> samples.put(command, new ArrayList<>()));
  }

  /** Runs every command once to warm the disk's caches, not counted, where that is wanted. */
  Contest warm(Ground ground) throws IOException, InterruptedException {
    for (Command command : samples.keySet()) {
      ground.prepare();
      command.run(scratch);
    }
    return this;
  }

  /** Runs every command so often. */
  Contest run(int rounds, Ground ground) throws IOException, InterruptedException {
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<Command, List<Sample>> entry : samples.entrySet()) {
        ground.prepare();
        entry.getValue().add(ground.complete(entry.getKey().run(scratch)));
      }
    }
    return this;
  }

  /** Prints a table in Markdown, times in seconds; a column that nobody fills is left out. */
  void print(PrintStream out) {
    List<Column> columns = columns();
    out.println("\n" + title + "\n");
    columns.forEach(column -> out.print("| " + column.title() + " "));
    out.println("|");
    out.println("|---" + "|---:".repeat(columns.size() - 1) + "|");
    for (Map.Entry<Command, List<Sample>> entry : samples.entrySet()) {
      columns.forEach(
          column -> out.print("| " + column.cell().apply(entry.getKey(), entry.getValue()) + " "));
      out.println("|");
    }
    out.flush();
  }

  private record Column(String title, Cell cell) {}

  private interface Cell {
    String apply(Command command, List<Sample> runs);
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("", (command, runs) -> command.name()));
    columns.add(
        new Column(
            "min, **median**, max", (command, runs) -> spread(runs, s -> Optional.of(s.wall()))));
    add(columns, "of it the run itself", Sample::own);
    add(columns, "client's processor", sample -> Optional.of(sample.cpu()));
    add(columns, "server's processor", Sample::server);
    if (any(Sample::roundTrips)) {
      columns.add(
          new Column(
              "round trips",
              (command, runs) -> runs.getLast().roundTrips().map(Contest::thousands).orElse("")));
    }
    return columns;
  }

  private void add(
      List<Column> columns, String title, Function<Sample, Optional<Duration>> figure) {
    if (any(figure)) {
      columns.add(new Column(title, (command, runs) -> median(runs, figure)));
    }
  }

  private <T> boolean any(Function<Sample, Optional<T>> figure) {
    return samples.values().stream()
        .flatMap(List::stream)
        .anyMatch(sample -> figure.apply(sample).isPresent());
  }

  private static String spread(List<Sample> runs, Function<Sample, Optional<Duration>> figure) {
    List<Duration> sorted = sorted(runs, figure);
    return seconds(sorted.getFirst())
        + ", **"
        + seconds(sorted.get(sorted.size() / 2))
        + "**, "
        + seconds(sorted.getLast());
  }

  private static String median(List<Sample> runs, Function<Sample, Optional<Duration>> figure) {
    List<Duration> sorted = sorted(runs, figure);
    return sorted.isEmpty() ? "" : seconds(sorted.get(sorted.size() / 2));
  }

  private static List<Duration> sorted(
      List<Sample> runs, Function<Sample, Optional<Duration>> figure) {
    return runs.stream().map(figure).flatMap(Optional::stream).sorted().toList();
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.2f", time.toNanos() / 1e9);
  }

  private static String thousands(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
