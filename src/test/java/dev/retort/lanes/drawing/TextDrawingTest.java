package dev.retort.lanes.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.RevisionSet;
import dev.retort.revision.reading.RevisionReader;
import dev.retort.testing.Revisions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextDrawingTest {
  private static String drawing(String shorthand) {
    return draw(shorthand, LineArt.UNICODE);
  }

  private static String draw(String shorthand, LineArt art) {
    RevisionGraph graph = RevisionGraph.of(Revisions.of(shorthand));
    return TextDrawing.of(graph, id -> RevisionState.APPLIED, art).text();
  }

  /** As if the sample were at 0016. */
  private static RevisionState state(RevisionId id) {
    int order = id.value().compareTo("0016");
    return order < 0
        ? RevisionState.APPLIED
        : order == 0 ? RevisionState.CURRENT : RevisionState.PENDING;
  }

  @Test
  void nothingIsDrawnAsNothing() {
    assertThat(drawing("")).isEmpty();
  }

  @Test
  void aLineNeedsNoConnectors() {
    assertThat(drawing("a; b<-a; c<-b"))
        .isEqualTo(
            """
            ●  c  doc c (head)
            ●  b  doc b
            ●  a  doc a (base)
            """);
  }

  @Test
  void aDiamond() {
    assertThat(drawing("a; b<-a; c<-a; d<-b,c"))
        .isEqualTo(
            """
            ●    d  doc d (head)
            ├─╮
            │ ●  c  doc c
            ● │  b  doc b
            ├─╯
            ●    a  doc a (base)
            """);
  }

  @Test
  void aTwinMerge() {
    assertThat(drawing("a; b<-a; c<-a; d<-b,c; e<-b,c; f<-d,e"))
        .isEqualTo(
            """
            ●        f  doc f (head)
            ├───╮
            │   ●    e  doc e
            │   ├─╮
            ●   │ │  d  doc d
            ├─┬─│─╯
            │ ● │    c  doc c
            ├─│─╯
            ● │      b  doc b
            ├─╯
            ●        a  doc a (base)
            """);
  }

  @Test
  void aForest() {
    assertThat(drawing("a; x; b<-a; y<-x; c<-b"))
        .isEqualTo(
            """
            ●    c  doc c (head)
            │ ●  y  doc y (head)
            ● │  b  doc b
            │ ●  x  doc x (base)
            ●    a  doc a (base)
            """);
  }

  @Test
  void aCrossDependency() {
    assertThat(drawing("a@left; x@right; b<-a; y<-x~b; z<-y; c<-b~y; d<-c"))
        .isEqualTo(
            """
            ●      d  doc d (head)
            ●      c  doc c
            ├┄┄┄╮
            │ ● ┆  z  doc z (head)
            │ ├┄╯
            │ ●    y  doc y
            ├┄┤
            ● │    b  doc b
            │ ●    x  doc x [right] (base)
            ●      a  doc a [left] (base)
            """);
  }

  @Test
  void manyChildrenOfOneRevision() {
    assertThat(drawing("a; b<-a; c<-a; d<-a; e<-a; f<-b,c,d,e"))
        .isEqualTo(
            """
            ●        f  doc f (head)
            ├─┬─┬─╮
            │ ● │ │  e  doc e
            │ │ │ ●  d  doc d
            │ ├─│─╯
            │ │ ●    c  doc c
            │ ├─╯
            ● │      b  doc b
            ├─╯
            ●        a  doc a (base)
            """);
  }

  @Test
  void asciiStandsInForBoxDrawing() {
    assertThat(draw("a; b<-a; c<-a; x~b; d<-b,c; e<-d~x", LineArt.ASCII))
        .isEqualTo(
            """
            #        e  doc e (head)
            |.....\\
            #     :  d  doc d
            |-\\ /./
            | | #    x  doc x (head) (base)
            | | \\.\\
            | #   :  c  doc c
            |.|.../
            # |      b  doc b
            |-/
            #        a  doc a (base)
            """);
  }

  @Test
  void theSampleProject() {
    RevisionSet sample = RevisionReader.read(List.of(Path.of("db/migrations")));
    assertThat(sample.problems()).isEmpty();
    RevisionGraph graph = RevisionGraph.of(sample.revisions()).requireSound();
    assertThat(TextDrawing.of(graph, TextDrawingTest::state, LineArt.UNICODE).text())
        .isEqualTo(
            """
            ○    0023  strategy kill switch (head)
            ○    0021  merge reporting into main
            ├─╮
            ○ │  0020  validate slice bounds
            │ ○  0019  daily P&L view
            ├┄┤
            ○ │  0018  backfill slice sizes in batches
            ○ │  0017  index orders by account, concurrently
            │ ◎  0016  reporting schema [reporting]
            ├─╯
            ●    0014  slice size on orders
            ●    0012  partition fills by month
            ●    0011  venue enum gains DARK
            ●    0010  hash API keys
            ●    0009  order status trigger
            ●    0007  account limits
            ├─╮
            ● │  0006  create RBAC tables
            │ ●  0005  update audit log schema
            │ ●  0004  add audit log [audit]
            ├─╯
            ●    0001  extend orders for slicing (base)
            """);
  }

  @Test
  void marksTellTheStates() {
    RevisionGraph graph = RevisionGraph.of(Revisions.of("a; b<-a; c<-b; d<-c"));
    Map<String, RevisionState> states =
        Map.of(
            "a", RevisionState.APPLIED,
            "b", RevisionState.CURRENT,
            "c", RevisionState.PENDING);
    TextDrawing drawing =
        TextDrawing.of(
            graph, id -> states.getOrDefault(id.value(), RevisionState.UNKNOWN), LineArt.UNICODE);
    assertThat(drawing.rows().stream().map(TextRow::lanes)).containsExactly("◇", "○", "◎", "●");
  }

  @Test
  void aMessageCannotDriveTheTerminal() {
    RevisionGraph graph =
        RevisionGraph.of(
            Revisions.of("a").stream()
                .map(
                    r ->
                        new Revision(
                            new RevisionId("a"),
                            r.downRevisions(),
                            r.branchLabels(),
                            r.dependsOn(),
                            "red \u001b[31m\nalert",
                            r.createDate(),
                            r.upgrade(),
                            r.wayBack(),
                            r.verify(),
                            r.file()))
                .toList());
    assertThat(TextDrawing.of(graph, id -> RevisionState.UNKNOWN, LineArt.UNICODE).text())
        .isEqualTo("◇  a  red  [31m alert (head) (base)\n");
  }
}
