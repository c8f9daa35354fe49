package dev.retort.lanes.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.graph.RevisionGraph;
import dev.retort.lanes.RandomGraphs;
import dev.retort.revision.Revision;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TextDrawingPropertyTest {
  @Property(tries = 300)
  void everyLineCanBeFollowedToItsEnd(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
    RevisionGraph graph = RevisionGraph.of(RandomGraphs.of(seed, size));
    TextDrawing drawing = TextDrawing.of(graph, id -> RevisionState.APPLIED, LineArt.UNICODE);
    TextTrace trace = new TextTrace(drawing);
    for (Revision revision : graph.revisions()) {
      assertThat(trace.reachableFrom(revision.id()))
          .as(drawing.text())
          .containsAll(revision.downRevisions())
          .containsAll(graph.dependencies(revision.id()));
    }
  }

  @Property(tries = 100)
  void asciiDrawingsAreOfAsciiAndHaveTheSameShape(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int size) {
    RevisionGraph graph = RevisionGraph.of(RandomGraphs.of(seed, size));
    String unicode = TextDrawing.of(graph, id -> RevisionState.APPLIED, LineArt.UNICODE).text();
    String ascii = TextDrawing.of(graph, id -> RevisionState.APPLIED, LineArt.ASCII).text();
    assertThat(ascii.chars()).allMatch(c -> c < 128);
    assertThat(ascii.lines().map(String::length))
        .containsExactlyElementsOf(unicode.lines().map(String::length).toList());
  }
}
