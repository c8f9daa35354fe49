package dev.retort.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.Revision;
import dev.retort.testing.Revisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixtureGraphsTest {
  @ParameterizedTest
  @CsvSource({
    "dispatch, 3",
    "geonature, 27",
    "neutron, 4",
    "onyx, 1",
    "open-event-server, 6",
    "superset-fork, 5"
  })
  void graphsOfRealProjectsAreLaidOutInFewColumns(String name, int columns) {
    RevisionGraph graph = FixtureGraphs.read(name);
    LaneLayout layout = LaneLayout.of(graph);
    LaneLaws.hold(graph, layout);
    assertThat(layout.columns()).isLessThanOrEqualTo(columns);
  }

  /** Deep enough for any recursion to fail, and wide enough for any quadratic step to be felt. */
  @Test
  void aHundredThousandRevisionsAreLaidOut() {
    int size = 100_000;
    List<Revision> revisions = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      List<String> down =
          i == 0
              ? List.of()
              : i % 10 == 9
                  ? List.of("r" + (i - 1), "r" + (i - 3))
                  : List.of("r" + (i - (i % 10 == 7 ? 2 : 1)));
      List<String> dependsOn = i % 100 == 50 ? List.of("r" + i / 2) : List.of();
      revisions.add(Revisions.revision("r" + i, down, List.of(), dependsOn, Optional.empty()));
    }
    LaneLayout layout = LaneLayout.of(RevisionGraph.of(revisions));
    assertThat(layout.nodes()).hasSize(size);
    assertThat(layout.node(revisions.getLast().id())).get().extracting(LaneNode::row).isEqualTo(0);
    assertThat(layout.edgesIn(50_000, 50_050)).isNotEmpty();
  }
}
