package dev.retort.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.RevisionId;
import dev.retort.testing.Revisions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LaneLayoutTest {
  private static String picture(String shorthand) {
    RevisionGraph graph = RevisionGraph.of(Revisions.of(shorthand));
    LaneLayout layout = LaneLayout.of(graph);
    LaneLaws.hold(graph, layout);
    return LanePicture.of(layout);
  }

  @Test
  void noRevisionsTakeNoRoom() {
    LaneLayout layout = LaneLayout.of(RevisionGraph.of(List.of()));
    assertThat(layout.nodes()).isEmpty();
    assertThat(layout.edges()).isEmpty();
    assertThat(layout.columns()).isZero();
    assertThat(layout.edgesIn(0, 10)).isEmpty();
  }

  @Test
  void aLineIsOneColumn() {
    assertThat(picture("a; b<-a; c<-b"))
        .isEqualTo(
            """
            c
            b
            a
            """);
  }

  @Test
  void aDiamondIsTwoColumns() {
    assertThat(picture("a; b<-a; c<-a; d<-b,c"))
        .isEqualTo(
            """
            d
            |c
            b|
            a
            """);
  }

  @Test
  void aMergeStandsAboveItsFirstParent() {
    assertThat(picture("a; b<-a; c<-a; d<-c,b"))
        .isEqualTo(
            """
             d
            |c
            b|
            a
            """);
  }

  @Test
  void aLabelledBranchLeavesTheMainLineToOthers() {
    assertThat(picture("a; b@side<-a; c<-b; d<-a; e<-d,c"))
        .isEqualTo(
            """
            e
            d|
            |c
            |b
            a
            """);
  }

  @Test
  void aTwinMergeKeepsBothLinesApart() {
    assertThat(picture("a; b<-a; c<-a; d<-b,c; e<-b,c"))
        .isEqualTo(
            """
              e
            d ||
            |c|
            b|
            a
            """);
  }

  @Test
  void aColumnIsUsedAgainAfterAMerge() {
    assertThat(picture("a; b<-a; c<-a; d<-b,c; e<-d; f<-d; g<-e,f"))
        .isEqualTo(
            """
            g
            |f
            e|
            d
            |c
            b|
            a
            """);
  }

  @Test
  void manyChildrenOfOneRevisionShareALane() {
    assertThat(picture("a; b<-a; c<-a; d<-a; e<-a; f<-b,c,d,e"))
        .isEqualTo(
            """
            f
            |e||
            |||d
            ||c
            b|
            a
            """);
  }

  @Test
  void treesOfAForestStandSideBySide() {
    assertThat(picture("a; x; b<-a; y<-x; c<-b"))
        .isEqualTo(
            """
            c
            |y
            b|
            |x
            a
            """);
  }

  @Test
  void aDependencyOnTheNeighbourNeedsNoLane() {
    assertThat(picture("a; b<-a; x~b; y<-x"))
        .isEqualTo(
            """
             y
             x
            b
            a
            """);
  }

  @Test
  void dependenciesOnOneRevisionShareALane() {
    assertThat(picture("a; b<-a; x~a; y<-x~a; c<-b; d<-c~a"))
        .isEqualTo(
            """
            d
            c :
            |y:
            |x:
            b :
            a
            """);
  }

  @Test
  void revisionsAreInTheOrderOfTheirDatesButNeverBelowTheirParents() {
    RevisionGraph graph =
        RevisionGraph.of(
            List.of(
                Revisions.revision("z", List.of(), List.of(), List.of(), Optional.of("2025-01-01")),
                Revisions.revision(
                    "b", List.of("z"), List.of(), List.of(), Optional.of("2025-01-05")),
                Revisions.revision(
                    "c", List.of("z"), List.of(), List.of(), Optional.of("2025-01-04")),
                Revisions.revision(
                    "d", List.of("b"), List.of(), List.of(), Optional.of("2024-12-24")),
                Revisions.revision("e", List.of("c"), List.of(), List.of(), Optional.empty())));
    assertThat(LaneLayout.of(graph).nodes().stream().map(node -> node.id().value()))
        .containsExactly("d", "b", "e", "c", "z");
  }

  @Test
  void aCycleIsStillShownWithoutTheEdgeThatWouldLeadUp() {
    LaneLayout layout =
        LaneLayout.of(RevisionGraph.of(Revisions.of("a; b<-a,d; c<-b; d<-c; e<-d")));
    assertThat(layout.nodes()).hasSize(5);
    assertThat(layout.edges()).hasSize(4);
  }

  @Test
  void whatIsMissingIsLeftOut() {
    LaneLayout layout = LaneLayout.of(RevisionGraph.of(Revisions.of("a<-nowhere; b<-a,b~nobody")));
    assertThat(LanePicture.of(layout))
        .isEqualTo(
            """
            b
            a
            """);
  }

  @Test
  void aRevisionIsFoundByItsId() {
    LaneLayout layout = LaneLayout.of(RevisionGraph.of(Revisions.of("a; b<-a")));
    assertThat(layout.node(new RevisionId("a"))).contains(new LaneNode(new RevisionId("a"), 1, 0));
    assertThat(layout.node(new RevisionId("x"))).isEmpty();
  }
}
