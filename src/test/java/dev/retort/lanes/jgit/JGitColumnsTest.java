package dev.retort.lanes.jgit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.graph.RevisionGraph;
import dev.retort.lanes.FixtureGraphs;
import dev.retort.lanes.LaneLayout;
import java.io.IOException;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class JGitColumnsTest {
  @ParameterizedTest
  @FieldSource("dev.retort.lanes.FixtureGraphs#NAMES")
  void realGraphsNeedNoMoreColumnsThanInJGit(String name, TestReporter reporter)
      throws IOException {
    RevisionGraph graph = FixtureGraphs.read(name);
    try (JGitLanes jgit = new JGitLanes(graph)) {
      int theirs = jgit.columns();
      int ours = LaneLayout.of(graph).columns();
      reporter.publishEntry(name, ours + " columns, JGit " + theirs);
      assertThat(ours).as("columns of %s; JGit's: %d", name, theirs).isLessThanOrEqualTo(theirs);
    }
  }
}
