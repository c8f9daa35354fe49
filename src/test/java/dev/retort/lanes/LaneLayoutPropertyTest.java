package dev.retort.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.testing.Revisions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LaneLayoutPropertyTest {
  @Property(tries = 400)
  void theLawsHoldForEveryGraph(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int size) {
    RevisionGraph graph = RevisionGraph.of(RandomGraphs.of(seed, size));
    LaneLaws.hold(graph, LaneLayout.of(graph));
  }

  @Property(tries = 300)
  void aRevisionOnTopOfHeadsMovesNothing(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
    List<Revision> revisions = new ArrayList<>(RandomGraphs.of(seed, size));
    RevisionGraph graph = RevisionGraph.of(revisions);
    Assume.that(graph.heads().size() <= LanePlacer.MOST_KEPT_HEADS);
    LaneLayout before = LaneLayout.of(graph);
    revisions.add(onTop(graph, new Random(seed)));
    LaneLayout after = LaneLayout.of(RevisionGraph.of(revisions));

    assertThat(after.nodes().getFirst().id()).isEqualTo(new RevisionId("top"));
    for (LaneNode node : before.nodes()) {
      LaneNode below = after.node(node.id()).orElseThrow();
      assertThat(below).isEqualTo(new LaneNode(node.id(), node.row() + 1, node.column()));
    }
    assertThat(after.edges().stream().filter(edge -> edge.childRow() > 0))
        .containsExactlyElementsOf(before.edges().stream().map(this::oneRowDown).toList());
  }

  private static Revision onTop(RevisionGraph graph, Random random) {
    List<RevisionId> heads = new ArrayList<>(graph.heads());
    Collections.shuffle(heads, random);
    List<RevisionId> others = graph.revisions().stream().map(Revision::id).toList();
    return Revisions.revision(
        "top",
        heads.stream().limit(1 + random.nextInt(3)).map(RevisionId::value).toList(),
        random.nextBoolean() ? List.of("new") : List.of(),
        random.nextBoolean()
            ? List.of(others.get(random.nextInt(others.size())).value())
            : List.of(),
        Optional.of("2026-01-01 00:00:00"));
  }

  private LaneEdge oneRowDown(LaneEdge edge) {
    return new LaneEdge(
        edge.kind(),
        edge.childRow() + 1,
        edge.childColumn(),
        edge.lane(),
        edge.parentRow() + 1,
        edge.parentColumn());
  }

  @Property(tries = 100)
  void theEdgesOfAStretchAreThoseThatTouchIt(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 50) int size,
      @ForAll @IntRange(min = -3, max = 55) int first,
      @ForAll @IntRange(max = 20) int length) {
    LaneLayout layout = LaneLayout.of(RevisionGraph.of(RandomGraphs.of(seed, size)));
    assertThat(layout.edgesIn(first, first + length))
        .containsExactlyElementsOf(
            layout.edges().stream()
                .filter(edge -> edge.parentRow() >= first && edge.childRow() <= first + length)
                .toList());
  }
}
