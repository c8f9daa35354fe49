package dev.retort.lanes.jgit;

import dev.retort.graph.RevisionGraph;
import dev.retort.lanes.LaneLayout;
import dev.retort.revision.Revision;
import dev.retort.testing.Revisions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.revplot.PlotCommit;
import org.eclipse.jgit.revplot.PlotLane;

/**
 * How long the layout of a graph takes, beside JGit's on the same graph. Prints the median of
 * several rounds; the README says how to start it and what came out.
 */
public final class LaneBenchmark {
  private static final int ROUNDS = 15;

  private LaneBenchmark() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    System.out.printf(
        "%10s %10s | %14s %8s | %12s %12s %8s%n",
        "revisions", "edges", "Retort ms", "columns", "JGit walk ms", "lanes ms", "columns");
    for (int size : List.of(1_000, 10_000, 100_000)) {
      compare(size);
    }
  }

  private static void compare(int size) throws IOException {
    RevisionGraph graph = project(size);
    List<Double> ours = new ArrayList<>();
    List<Double> walks = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    int edges = 0;
    int columns = 0;
    int theirColumns = 0;
    try (JGitLanes jgit = new JGitLanes(graph)) {
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        LaneLayout layout = LaneLayout.of(graph);
        long laidOut = System.nanoTime();
        List<PlotCommit<PlotLane>> rows = jgit.walk();
        long walked = System.nanoTime();
        List<PlotLane> lanes = JGitLanes.place(rows);
        long placed = System.nanoTime();
        ours.add((laidOut - start) / 1e6);
        walks.add((walked - laidOut) / 1e6);
        theirs.add((placed - walked) / 1e6);
        edges = layout.edges().size();
        columns = layout.columns();
        theirColumns = lanes.stream().mapToInt(PlotLane::getPosition).max().orElse(-1) + 1;
      }
    }
    System.out.printf(
        "%10d %10d | %14.1f %8d | %12.1f %12.1f %8d%n",
        size, edges, median(ours), columns, median(walks), median(theirs), theirColumns);
  }

  private static double median(List<Double> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  /**
   * A project of a few teams: a main line, a feature branch of five revisions off it every twenty,
   * merged later, and a dependency on an older revision every fifty.
   */
  private static RevisionGraph project(int size) {
    List<Revision> revisions = new ArrayList<>(size);
    String main = "";
    String side = "";
    for (int i = 0; i < size; i++) {
      String id = "r" + i;
      List<String> down = main.isEmpty() ? List.of() : List.of(main);
      boolean onSide = i > 20 && i % 20 >= 10 && i % 20 < 20 && i % 2 == 0;
      if (onSide && !side.isEmpty()) {
        down = List.of(side);
      } else if (i % 20 == 5 && !side.isEmpty()) {
        down = List.of(main, side);
        side = "";
      }
      List<String> depends = i % 50 == 37 ? List.of("r" + (i - 30)) : List.of();
      revisions.add(Revisions.revision(id, down, List.of(), depends, Optional.empty()));
      if (onSide) {
        side = id;
      } else {
        main = id;
      }
    }
    return RevisionGraph.of(revisions);
  }
}
