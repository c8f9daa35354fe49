package dev.retort;

import dev.retort.lanes.jgit.LaneBenchmark;
import dev.retort.ui.graph.ScrollBenchmark;

/** Measures what the README has figures of: {@code mvn -q test-compile exec:exec@benchmark}. */
public final class Benchmarks {
  private Benchmarks() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    LaneBenchmark.main(arguments);
    ScrollBenchmark.main(arguments);
  }
}
