package dev.retort.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What holds for the layout of every graph. */
final class LaneLaws {
  private final RevisionGraph graph;
  private final LaneLayout layout;

  private LaneLaws(RevisionGraph graph, LaneLayout layout) {
    this.graph = graph;
    this.layout = layout;
  }

  static void hold(RevisionGraph graph, LaneLayout layout) {
    LaneLaws laws = new LaneLaws(graph, layout);
    laws.everyRevisionHasOneRow();
    laws.everyEdgeArrives();
    laws.noRevisionIsCovered();
    laws.onlyEdgesToOneParentShareALane();
    laws.noTwoEdgesTurnInOneColumn();
    laws.whatStandsOnARevisionIsItsChild();
    laws.anOnlyChildIsStraightAboveItsFirstParent();
  }

  private void everyRevisionHasOneRow() {
    assertThat(layout.nodes().stream().map(LaneNode::id))
        .containsExactlyInAnyOrderElementsOf(graph.revisions().stream().map(Revision::id).toList());
    for (int row = 0; row < layout.nodes().size(); row++) {
      assertThat(layout.nodes().get(row).row()).isEqualTo(row);
      assertThat(layout.nodes().get(row).column()).isBetween(0, layout.columns() - 1);
    }
  }

  private void everyEdgeArrives() {
    Set<String> wanted = new HashSet<>();
    for (Revision revision : graph.revisions()) {
      Set<RevisionId> down = new LinkedHashSet<>(revision.downRevisions());
      String kind = "REVISES";
      for (RevisionId parent : down) {
        wanted.add(revision.id() + " " + kind + " " + parent);
        kind = "MERGES";
      }
      for (RevisionId dependency : graph.dependencies(revision.id())) {
        if (!down.contains(dependency)) {
          wanted.add(revision.id() + " DEPENDS " + dependency);
        }
      }
    }
    List<String> drawn = new ArrayList<>();
    for (LaneEdge edge : layout.edges()) {
      LaneNode child = layout.nodes().get(edge.childRow());
      LaneNode parent = layout.nodes().get(edge.parentRow());
      drawn.add(child.id() + " " + edge.kind() + " " + parent.id());
      assertThat(edge.columnAt(edge.childRow())).isEqualTo(child.column());
      assertThat(edge.columnAt(edge.parentRow())).isEqualTo(parent.column());
    }
    assertThat(drawn).containsExactlyInAnyOrderElementsOf(wanted);
  }

  private void noRevisionIsCovered() {
    for (LaneEdge edge : layout.edges()) {
      for (int row = edge.childRow() + 1; row < edge.parentRow(); row++) {
        assertThat(edge.lane()).isNotEqualTo(layout.nodes().get(row).column());
      }
    }
  }

  private void onlyEdgesToOneParentShareALane() {
    for (int row = 0; row < layout.nodes().size(); row++) {
      Map<Integer, LaneEdge> passing = new HashMap<>();
      for (LaneEdge edge : layout.edgesIn(row, row)) {
        if (edge.childRow() < row && row < edge.parentRow()) {
          LaneEdge other = passing.putIfAbsent(edge.lane(), edge);
          if (other != null) {
            assertThat(edge.parentRow()).isEqualTo(other.parentRow());
            assertThat(edge.dashed()).isEqualTo(other.dashed());
          }
        }
      }
    }
  }

  /** Otherwise two lines would run into one another in a text drawing. */
  private void noTwoEdgesTurnInOneColumn() {
    for (int row = 0; row + 1 < layout.nodes().size(); row++) {
      for (LaneEdge upper : turning(row)) {
        for (LaneEdge lower : turning(row)) {
          boolean meet =
              upper.columnAt(row) == lower.columnAt(row + 1)
                  && (upper.childRow() != row || lower.parentRow() != row + 1);
          boolean related =
              upper.childRow() == lower.childRow() || upper.parentRow() == lower.parentRow();
          assertThat(meet && !related).as("%s and %s", upper, lower).isFalse();
        }
      }
    }
  }

  private List<LaneEdge> turning(int row) {
    return layout.edgesIn(row, row).stream()
        .filter(edge -> edge.parentRow() > row && edge.columnAt(row) != edge.columnAt(row + 1))
        .toList();
  }

  /** A text drawing has no room to show that two revisions on top of one another are strangers. */
  private void whatStandsOnARevisionIsItsChild() {
    for (int row = 0; row + 1 < layout.nodes().size(); row++) {
      LaneNode upper = layout.nodes().get(row);
      LaneNode lower = layout.nodes().get(row + 1);
      if (upper.column() == lower.column()) {
        assertThat(graph.children(lower.id())).contains(upper.id());
      }
    }
  }

  private void anOnlyChildIsStraightAboveItsFirstParent() {
    for (LaneEdge edge : layout.edges()) {
      RevisionId parent = layout.nodes().get(edge.parentRow()).id();
      if (edge.kind() == EdgeKind.REVISES && graph.children(parent).size() == 1) {
        assertThat(edge.childColumn()).isEqualTo(edge.parentColumn());
        assertThat(edge.lane()).isEqualTo(edge.parentColumn());
      }
    }
  }
}
