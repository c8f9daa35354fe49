package dev.retort.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was timed several times, as a table in Markdown: a row each, in seconds. */
final class TimeTable {
  private final String title;
  private final List<Row> rows = new ArrayList<>();

  private record Row(String name, List<Duration> times, int revisions) {}

  TimeTable(String title) {
    this.title = title;
  }

  /** What has nothing to be counted. */
  void add(String name, List<Duration> times) {
    add(name, times, 0);
  }

  /**
   * Adds a row.
   *
   * @param revisions how many were gone through each time; none if that says nothing
   */
  void add(String name, List<Duration> times, int revisions) {
    rows.add(new Row(name, times.stream().sorted().toList(), revisions));
  }

  void print(PrintStream out) {
    boolean each = rows.stream().anyMatch(row -> row.revisions() > 0);
    out.println("\n" + title + "\n");
    out.println("|  | min, **median**, max |" + (each ? " a revision |" : ""));
    out.println("|---|---:|" + (each ? "---:|" : ""));
    for (Row row : rows) {
      Duration median = row.times().get(row.times().size() / 2);
      out.printf(
          Locale.ROOT,
          "| %s | %.2f, **%.2f**, %.2f |",
          row.name(),
          seconds(row.times().getFirst()),
          seconds(median),
          seconds(row.times().getLast()));
      if (each) {
        out.print(
            row.revisions() > 0
                ? String.format(Locale.ROOT, " %.3f |", seconds(median) / row.revisions())
                : "  |");
      }
      out.println();
    }
    out.flush();
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
