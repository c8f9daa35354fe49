package dev.retort.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.plan.Direction;
import dev.retort.profile.Environment;
import dev.retort.revision.RevisionId;
import dev.retort.testing.Revisions;
import dev.retort.ui.SameThread;
import dev.retort.ui.graph.paint.Ink;
import dev.retort.ui.graph.picture.GraphRow;
import dev.retort.ui.graph.picture.RowKind;
import dev.retort.ui.graph.picture.RunRow;
import dev.retort.ui.graph.picture.TargetPath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The graph's model without the toolkit. */
class GraphModelTest {
  private static final String FORK = "a; b<-a; c@side<-a; d<-b; e<-c";

  private final FixedSource source = new FixedSource(Revisions.of(FORK));
  private final GraphModel model = new GraphModel(source, new SameThread());

  private List<String> ids() {
    return model.pictureProperty().get().rows().stream().map(row -> row.id().value()).toList();
  }

  @Test
  void newFilesAndPositionsShowUpByThemselves() {
    assertThat(ids()).containsExactly("e", "d", "c", "b", "a");
    source.files(Revisions.of(FORK + "; f<-d"));
    assertThat(ids()).first().isEqualTo("f");
    source.at("dev", Environment.DEVELOPMENT, "b");
    assertThat(model.pictureProperty().get().rows())
        .filteredOn(row -> !row.databases().isEmpty())
        .extracting(row -> row.id().value())
        .containsExactly("b");
  }

  @Test
  void aFilterSaysWhatItLeavesAndCanBeTakenBack() {
    model.labelProperty().set(Optional.of("side"));
    assertThat(ids()).containsExactly("e", "c");
    assertThat(model.filterWords()).isEqualTo("2 of 5 revisions match branch side");
    model.kindProperty().set(RowKind.NO_WAY_BACK);
    assertThat(ids()).isEmpty();
    assertThat(model.emptyText()).isEqualTo("No revision matches no downgrade, branch side");
    model.clearFilter();
    assertThat(ids()).hasSize(5);
    assertThat(model.filterWords()).isEmpty();
    assertThat(model.labels()).containsExactly("side");
  }

  @Test
  void foldedRowsOpenOneByOneAndFoldAgainTogether() {
    StringBuilder line = new StringBuilder("r0");
    for (int i = 1; i < 12; i++) {
      line.append("; r").append(i).append("<-r").append(i - 1);
    }
    source.files(Revisions.of(line.toString()));
    model.foldingProperty().set(true);
    assertThat(ids()).containsExactly("r11", "r1", "r0");
    GraphRow run = model.pictureProperty().get().rows().get(1);
    model.unfold((RunRow) run);
    assertThat(ids()).hasSize(12);
    model.foldingProperty().set(false);
    model.foldingProperty().set(true);
    assertThat(ids()).hasSize(3);
  }

  @Test
  void twoSelectedRevisionsAreComparedInWords() {
    List<GraphRow> rows = model.pictureProperty().get().rows();
    model.select(List.of(rows.get(0), rows.get(4)));
    assertThat(model.selectedPair()).isEqualTo("e is on top of a, 2 revisions up");
    model.select(List.of(rows.get(0)));
    assertThat(model.selectedPair()).isEmpty();
  }

  @Test
  void theSecondDatabaseCanBeTakenAway() {
    source
        .at("staging", Environment.STAGING, "d")
        .beside("production", Environment.PRODUCTION, "a");
    assertThat(model.betweenProperty().get())
        .isEqualTo("staging is 2 revisions ahead of production");
    source.showBeside(Optional.empty());
    assertThat(model.betweenProperty().get()).isEmpty();
  }

  @Test
  void whatIsNotInTheSelectionsLineIsDimmedAndThePathIsMarked() {
    GraphLook look = new GraphLook(model, new GraphGeometry());
    look.show(model.pictureProperty().get());
    List<GraphRow> rows = model.pictureProperty().get().rows();
    model.select(List.of(rows.get(1)));
    Ink ink = look.inkProperty().get();
    assertThat(ink.dims(0)).isTrue();
    assertThat(ink.dims(1)).isFalse();
    assertThat(ink.dims(4)).isFalse();
    model.lineageProperty().set(false);
    assertThat(look.inkProperty().get().dims(0)).isFalse();
    model.pathProperty().set(new TargetPath(Direction.DOWNGRADE, List.of(new RevisionId("d"))));
    assertThat(look.onPath(1)).contains(Direction.DOWNGRADE);
    assertThat(look.onPath(0)).isEmpty();
  }

  @Test
  void withoutAProjectThereIsNothing() {
    GraphModel empty = new GraphModel(new FixedSource(List.of()), new SameThread());
    assertThat(empty.pictureProperty().get().rows()).isEmpty();
    assertThat(empty.emptyText()).startsWith("No revisions yet");
  }
}
