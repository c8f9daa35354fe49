package dev.retort.lanes.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.Revision;
import dev.retort.testing.Revisions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DotAndMermaidTest {
  private static final RevisionGraph MERGE =
      RevisionGraph.of(Revisions.of("a; b@side<-a; c<-a~b; d<-c,b"));

  private static RevisionState state(String id) {
    return switch (id) {
      case "a", "b" -> RevisionState.APPLIED;
      case "c" -> RevisionState.CURRENT;
      default -> RevisionState.PENDING;
    };
  }

  private static RevisionGraph awkward() {
    List<Revision> revisions = new ArrayList<>();
    for (Revision r : Revisions.of("a\"b\\c; e<-a\"b\\c")) {
      revisions.add(
          new Revision(
              r.id(),
              r.downRevisions(),
              r.branchLabels(),
              r.dependsOn(),
              "<b>P&L</b> \"x\" `y` #1 \\N été",
              r.createDate(),
              r.upgrade(),
              r.wayBack(),
              r.verify(),
              r.file()));
    }
    return RevisionGraph.of(revisions);
  }

  @Test
  void dotShowsStatesMergesAndDependencies() {
    assertThat(DotDrawing.of(MERGE, id -> state(id.value())))
        .isEqualTo(
            """
            digraph revisions {
              rankdir=BT;
              node [shape=box, style="rounded,filled", fontname="sans-serif"];
              "d" [label="d\\ndoc d\\n(head)", class="pending", fillcolor="#ffffff"];
              "c" [label="c\\ndoc c", class="current", fillcolor="#fbd9b5"];
              "b" [label="b\\ndoc b\\n[side]", class="applied", fillcolor="#d5e8f7"];
              "a" [label="a\\ndoc a\\n(base)", class="applied", fillcolor="#d5e8f7"];
              "c" -> "d";
              "b" -> "d" [class="merges", arrowhead=empty];
              "a" -> "c";
              "b" -> "c" [class="depends", style=dashed];
              "a" -> "b";
            }
            """);
  }

  @Test
  void dotQuotesWhatCouldEndAString() {
    assertThat(DotDrawing.of(awkward(), id -> RevisionState.UNKNOWN))
        .isEqualTo(
            """
            digraph revisions {
              rankdir=BT;
              node [shape=box, style="rounded,filled", fontname="sans-serif"];
              "e" [label="e\\n<b>P&amp;L</b> \\"x\\" `y` #1 \\\\N été\\n(head)", class="unknown", fillcolor="#f2f2f2"];
              "a\\"b\\\\c" [label="a\\"b\\\\c\\n<b>P&amp;L</b> \\"x\\" `y` #1 \\\\N été\\n(base)", class="unknown", fillcolor="#f2f2f2"];
              "a\\"b\\\\c" -> "e";
            }
            """);
  }

  @Test
  void mermaidShowsStatesMergesAndDependencies() {
    assertThat(MermaidDrawing.of(MERGE, id -> state(id.value())))
        .isEqualTo(
            """
            flowchart BT
              r3["<b>d</b><br/>doc d<br/>(head)"]:::pending
              r2["<b>c</b><br/>doc c"]:::current
              r1["<b>b</b><br/>doc b<br/>#91;side#93;"]:::applied
              r0["<b>a</b><br/>doc a<br/>(base)"]:::applied
              r2 --> r3
              r1 ==> r3
              r0 --> r2
              r1 -.-> r2
              r0 --> r1
              classDef applied fill:#d5e8f7,stroke:#0072b2,color:#1f2328
              classDef current fill:#fbd9b5,stroke:#d55e00,stroke-width:3px,color:#1f2328
              classDef pending fill:#ffffff,stroke:#0072b2,color:#1f2328
              classDef unknown fill:#f2f2f2,stroke:#8c959f,color:#1f2328
            """);
  }

  @Test
  void mermaidEscapesWhatCouldMeanSomething() {
    assertThat(MermaidDrawing.of(awkward(), id -> RevisionState.UNKNOWN))
        .isEqualTo(
            """
            flowchart BT
              r1["<b>e</b><br/>#60;b#62;P#38;L#60;/b#62; #34;x#34; #96;y#96; #35;1 #92;N été<br/>(head)"]:::unknown
              r0["<b>a#34;b#92;c</b><br/>#60;b#62;P#38;L#60;/b#62; #34;x#34; #96;y#96; #35;1 #92;N été<br/>(base)"]:::unknown
              r0 --> r1
              classDef applied fill:#d5e8f7,stroke:#0072b2,color:#1f2328
              classDef current fill:#fbd9b5,stroke:#d55e00,stroke-width:3px,color:#1f2328
              classDef pending fill:#ffffff,stroke:#0072b2,color:#1f2328
              classDef unknown fill:#f2f2f2,stroke:#8c959f,color:#1f2328
            """);
  }
}
