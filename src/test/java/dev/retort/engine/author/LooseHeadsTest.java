package dev.retort.engine.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.RevisionId;
import dev.retort.testing.Revisions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which heads want a merge. */
class LooseHeadsTest {
  private static List<String> loose(String shorthand) {
    return LooseHeads.of(RevisionGraph.of(Revisions.of(shorthand))).stream()
        .map(RevisionId::value)
        .toList();
  }

  @Test
  void oneHeadWantsNoMerge() {
    assertTrue(loose("a; b<-a").isEmpty());
  }

  @Test
  void twoHeadsWithoutALabelDo() {
    assertEquals(List.of("b", "c"), loose("a; b<-a; c<-a"));
  }

  @Test
  void aLabelExplainsABranch() {
    assertTrue(loose("a; b<-a; c@audit<-a").isEmpty());
    assertFalse(loose("a; b<-a; c@audit<-a; d<-a").contains("c"));
  }

  @Test
  void twoHeadsOfOneLabelledBranchDo() {
    assertEquals(List.of("d", "e"), loose("a; b<-a; c@audit<-a; d<-c; e<-c"));
  }
}
