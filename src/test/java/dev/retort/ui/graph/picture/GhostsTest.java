package dev.retort.ui.graph.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rows of a version table that no file has. */
class GhostsTest {
  @Test
  void numbersTellTheirNeighbours() {
    Picture picture = new Sketch("0001; 0002<-0001; 0004<-0002").here("0003").picture();
    assertThat(Sketch.ids(picture)).containsExactly("0004", "0003", "0002", "0001");
    assertThat(Sketch.edges(picture)).contains("0003-0002", "0004-0002");
    assertThat(Sketch.row(picture, "0003"))
        .isInstanceOfSatisfying(
            GhostRow.class,
            ghost -> {
              assertThat(ghost.placement()).isEqualTo("Placed above 0002 by its number.");
              assertThat(ghost.state()).isEqualTo(NodeState.MISSING);
            });
  }

  @Test
  void theLogOfRunsIsKnownBest() {
    Picture picture = new Sketch("a; b<-a; c<-b").here("zzz").log("a", "zzz").picture();
    assertThat(Sketch.ids(picture)).containsExactly("c", "b", "zzz", "a");
    assertThat(Sketch.row(picture, "zzz").spoken()).contains("from where a run here reached it");
  }

  @Test
  void whereNothingIsKnownItStandsOnTopAlone() {
    Picture picture = new Sketch("a; b<-a").here("zzz").picture();
    assertThat(Sketch.ids(picture)).containsExactly("zzz", "b", "a");
    assertThat(Sketch.edges(picture)).containsExactly("b-a");
  }

  @Test
  void aGhostNeverTakesTheLaneOfARevisionThatIsThere() {
    Picture with = new Sketch("0001; 0002<-0001; 0004<-0002").here("0003").picture();
    assertThat(with.column(with.rowOf(Sketch.row(with, "0004").id()).orElseThrow())).isZero();
    assertThat(with.column(with.rowOf(Sketch.row(with, "0003").id()).orElseThrow())).isPositive();
  }

  @Test
  void nobodyCanTellWhetherTheOthersAreApplied() {
    Picture picture = new Sketch("0001; 0002<-0001; 0004<-0002").here("0003").picture();
    assertThat(Sketch.row(picture, "0001").state()).isEqualTo(NodeState.UNCERTAIN);
    Picture known = new Sketch("0001; 0002<-0001; 0004<-0002").here("0001", "0003").picture();
    assertThat(Sketch.row(known, "0001").state()).isEqualTo(NodeState.CURRENT);
  }

  @Test
  void aGhostOfTheOtherDatabaseAloneIsNotMissingHere() {
    Picture picture = new Sketch("a; b<-a").here("b").there("zzz").picture();
    GraphRow ghost = Sketch.row(picture, "zzz");
    assertThat(ghost.state()).isEqualTo(NodeState.UNKNOWN);
    assertThat(ghost.otherState()).contains(NodeState.MISSING);
    assertThat(ghost.difference()).isEqualTo(Difference.ONLY_THERE);
  }
}
