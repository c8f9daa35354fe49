package dev.retort.ui.graph.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.lanes.FixtureGraphs;
import dev.retort.revision.RevisionId;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PictureTest {
  private static final String DIAMOND = "a; b<-a; c@side<-a; d<-b,c; e<-d~c";

  @Test
  void eachRevisionHasTheStateThatItsDatabaseGivesIt() {
    Picture picture = new Sketch(DIAMOND).here("b").picture();
    assertThat(picture.rows()).hasSize(5);
    assertThat(Sketch.row(picture, "a").state()).isEqualTo(NodeState.APPLIED);
    assertThat(Sketch.row(picture, "b").state()).isEqualTo(NodeState.CURRENT);
    assertThat(Sketch.row(picture, "b").databases())
        .extracting(DatabaseMark::profile)
        .containsExactly("staging");
    assertThat(Sketch.row(picture, "c").state()).isEqualTo(NodeState.PENDING);
    assertThat(Sketch.row(picture, "e").spoken()).contains("e", "pending", "head");
  }

  @Test
  void withoutADatabaseNothingIsSaidOfStates() {
    assertThat(new Sketch(DIAMOND).picture().rows())
        .allMatch(row -> row.state() == NodeState.UNKNOWN && row.databases().isEmpty());
  }

  @Test
  void whatAFilterLeavesHangsOnTheNearestThatIsLeft() {
    Picture picture = new Sketch("aX; b<-aX; cX<-b; d<-cX; eX<-d; f<-aX; gX<-f").filtered("x");
    assertThat(Sketch.ids(picture)).containsExactlyInAnyOrder("aX", "cX", "eX", "gX");
    assertThat(Sketch.edges(picture)).containsExactlyInAnyOrder("cX..aX", "eX..cX", "gX..aX");
    assertThat(picture.hidden()).isEqualTo(3);
  }

  @Test
  void aFilterDrawsNoLineTwice() {
    // The merge that is left out has a and, over c, a again for its nearest.
    Picture picture = new Sketch("aX; cX<-aX; m<-cX,aX; eX<-m").filtered("x");
    assertThat(Sketch.edges(picture)).containsExactlyInAnyOrder("cX-aX", "eX..cX");
  }

  @Test
  void dependenciesPastRowsThatAreLeftOutStayDashedOrSkip() {
    Picture picture = new Sketch("aX; bX; c<-bX~aX; dX<-c").filtered("x");
    assertThat(Sketch.edges(picture)).containsExactlyInAnyOrder("dX..bX", "dX..aX");
    assertThat(picture.edges(0)).filteredOn(edge -> edge.dashed()).hasSize(1);
  }

  @Test
  void kindsAndLabelsFilterAsWell() {
    Base base = new Sketch(DIAMOND).here("b").base();
    RowFilter pending = new RowFilter("", RowKind.PENDING, Optional.empty());
    assertThat(Sketch.ids(Picture.of(base, pending, false, Set.of())))
        .containsExactlyInAnyOrder("c", "d", "e");
    RowFilter side = new RowFilter("", RowKind.ALL, Optional.of("side"));
    assertThat(Sketch.ids(Picture.of(base, side, false, Set.of())))
        .contains("c")
        .doesNotContain("b");
    assertThat(side.words()).isEqualTo("branch side");
    assertThat(new RowFilter(" Ab ", RowKind.HEADS, Optional.empty()).words())
        .isEqualTo("“Ab”, heads");
  }

  @Test
  void longStraightStretchesAreFoldedAroundWhatMatters() {
    Picture picture = Sketch.line(20).here("r9").folded();
    assertThat(Sketch.ids(picture)).containsExactly("r19", "r10", "r9", "r1", "r0");
    assertThat(Sketch.row(picture, "r15"))
        .isInstanceOfSatisfying(
            RunRow.class,
            run -> {
              assertThat(run.members()).hasSize(9);
              assertThat(run.state()).isEqualTo(NodeState.PENDING);
              assertThat(run.message()).isEqualTo("9 revisions, r10 to r18");
            });
    assertThat(Sketch.row(picture, "r4").state()).isEqualTo(NodeState.APPLIED);
  }

  @Test
  void aStretchCanBeUnfoldedAndStaysSoWhenARevisionIsAddedOnTop() {
    assertThat(Sketch.line(20).here("r9").folded("r10").rows()).hasSize(13);
    assertThat(Sketch.line(21).here("r9").folded("r10").rows()).hasSize(14);
  }

  @Test
  void forksMergesAndDependenciesAreNeverFolded() {
    Picture picture =
        new Sketch("a; b<-a; c<-b; d<-c; e<-d; f<-e; g<-f; x<-c; y<-x; z<-g,y; w~e").folded();
    assertThat(Sketch.ids(picture)).contains("c", "e", "z", "x", "y");
  }

  @Test
  void theLineOfARevisionIsWhatItComesFromAndWhatComesFromIt() {
    Picture picture = new Sketch("a; b<-a; c<-a; d<-b; e<-c").picture();
    int row = picture.rowOf(new RevisionId("b")).orElseThrow();
    assertThat(picture.lineage(row)).isEqualTo(rows(picture, "a", "b", "d"));
    assertThat(picture.ancestry(row)).isEqualTo(rows(picture, "a", "b"));
  }

  @Test
  void walkingGoesToFirstParentsAndStraightChildrenFirst() {
    Picture picture = new Sketch("a; c<-a; b<-a; d<-b,c").picture();
    int top = picture.rowOf(new RevisionId("d")).orElseThrow();
    assertThat(picture.below(top))
        .containsExactly(
            picture.rowOf(new RevisionId("b")).orElseThrow(),
            picture.rowOf(new RevisionId("c")).orElseThrow());
    int base = picture.rowOf(new RevisionId("a")).orElseThrow();
    int straight = picture.above(base).getFirst();
    assertThat(picture.column(straight)).isEqualTo(picture.column(base));
  }

  @ParameterizedTest
  @FieldSource("dev.retort.lanes.FixtureGraphs#NAMES")
  void realGraphsFoldAndFilterWithoutLosingTheirShape(String name) {
    Base base = Base.of(FixtureGraphs.read(name), Optional.empty(), Optional.empty(), Map.of());
    Picture folded = Picture.of(base, RowFilter.none(), true, Set.of());
    int revisions =
        folded.rows().stream()
            .mapToInt(row -> row instanceof RunRow run ? run.members().size() : 1)
            .sum();
    assertThat(revisions).isEqualTo(base.graph().revisions().size());
    for (int row = 0; row < folded.rows().size(); row++) {
      if (folded.rows().get(row) instanceof RunRow) {
        assertThat(folded.below(row)).hasSize(1);
        assertThat(folded.above(row)).hasSize(1);
      }
    }
    Picture some =
        Picture.of(base, new RowFilter("7", RowKind.ALL, Optional.empty()), false, Set.of());
    assertThat(Sketch.ids(some))
        .containsAll(
            base.graph().revisions().stream()
                .map(revision -> revision.id().value())
                .filter(id -> id.contains("7"))
                .toList());
    assertThat(some.hidden() + some.rows().size()).isEqualTo(base.graph().revisions().size());
  }

  private static BitSet rows(Picture picture, String... ids) {
    return picture.rowsOf(List.of(ids).stream().map(RevisionId::new).toList());
  }
}
