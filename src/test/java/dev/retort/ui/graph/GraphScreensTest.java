package dev.retort.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.lanes.FixtureGraphs;
import dev.retort.plan.Direction;
import dev.retort.profile.Environment;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.RevisionSet;
import dev.retort.revision.WayBack;
import dev.retort.revision.reading.RevisionReader;
import dev.retort.testing.Revisions;
import dev.retort.ui.SameThread;
import dev.retort.ui.Screens;
import dev.retort.ui.Stages;
import dev.retort.ui.graph.picture.RowKind;
import dev.retort.ui.graph.picture.TargetPath;
import dev.retort.ui.widget.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import javafx.geometry.Dimension2D;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Every state of the graph view as pictures in {@code target/screens}, to be looked at. */
@Tag("fx")
@Tag("window")
class GraphScreensTest {
  /** As narrow as the graph gets beside the inspector, and a window of its own. */
  private static final List<Dimension2D> SIZES =
      List.of(new Dimension2D(620, 560), new Dimension2D(1000, 700));

  private final FxRobot robot = new FxRobot();

  @AfterEach
  void close() throws TimeoutException {
    Stages.close();
  }

  @Test
  void theSample() throws Exception {
    FixedSource source = sample().at("staging", Environment.STAGING, "0014", "0016");
    shoot(
        source,
        "graph-sample",
        (model, list) -> {
          model.pathProperty().set(path(Direction.UPGRADE, "0017", "0018", "0020"));
          list.jump(row(model, "0018"));
        });
  }

  @Test
  void whatADowngradeWouldUndoIsMarked() throws Exception {
    FixedSource source = sample().at("sandbox", Environment.DEVELOPMENT, "0023");
    shoot(
        source,
        "graph-downgrade",
        (model, list) ->
            model.pathProperty().set(path(Direction.DOWNGRADE, "0023", "0021", "0020")));
  }

  @Test
  void twoDatabases() throws Exception {
    FixedSource source =
        sample()
            .at("staging", Environment.STAGING, "0014", "0016")
            .beside("production", Environment.PRODUCTION, "0010");
    shoot(source, "graph-two-databases", (model, list) -> {});
  }

  @Test
  void twoDatabasesOfWhichOneCannotBeReached() throws Exception {
    FixedSource source =
        sample()
            .at("staging", Environment.STAGING, "0016")
            .beside("production", Environment.PRODUCTION, "0010");
    source.fail(
        "No connection to db.production.example:5432: the host is not known.",
        "Is the VPN up? Check the profile's host.");
    shoot(source, "graph-two-databases-unreachable", (model, list) -> {});
  }

  @Test
  void aRevisionWithoutAFile() throws Exception {
    FixedSource source = sample().at("production", Environment.PRODUCTION, "0013", "ae1027a6f");
    shoot(source, "graph-ghosts", (model, list) -> list.jump(row(model, "0013")));
  }

  @Test
  void aFilter() throws Exception {
    FixedSource source = sample().at("staging", Environment.STAGING, "0014", "0016");
    shoot(
        source,
        "graph-filter",
        (model, list) -> {
          model.textProperty().set("or");
          model.kindProperty().set(RowKind.APPLIED);
        });
    shoot(source, "graph-filter-nothing", (model, list) -> model.textProperty().set("no such"));
  }

  @Test
  void foldedStretches() throws Exception {
    List<Revision> revisions = FixtureGraphs.read("dispatch").revisions();
    FixedSource source = new FixedSource(revisions);
    source.at("dev", Environment.DEVELOPMENT, revisions.get(revisions.size() / 2).id().value());
    shoot(source, "graph-folded", (model, list) -> model.foldingProperty().set(true));
  }

  @Test
  void noRevisions() throws Exception {
    shoot(
        new FixedSource(List.of()).at("dev", Environment.DEVELOPMENT),
        "graph-empty",
        (model, list) -> {});
  }

  @Test
  void aDatabaseThatWasNotReached() throws Exception {
    shoot(sample(), "graph-unknown", (model, list) -> {});
  }

  @Test
  void fiftyLanes() throws Exception {
    FixedSource source = new FixedSource(manyBranches(50));
    source.at("dev", Environment.DEVELOPMENT, "b25x2");
    shoot(source, "graph-50-lanes", (model, list) -> list.jump(40));
  }

  @Test
  void longTexts() throws Exception {
    FixedSource source = new FixedSource(wordy());
    source.at("a_profile_with_quite_a_long_name", Environment.PRODUCTION, "20250102030405_first");
    shoot(source, "graph-long", (model, list) -> list.jump(0));
  }

  @ParameterizedTest
  @FieldSource("dev.retort.lanes.FixtureGraphs#NAMES")
  void graphsOfRealProjects(String name) throws Exception {
    List<Revision> revisions = FixtureGraphs.read(name).revisions();
    FixedSource source = new FixedSource(revisions);
    source.at("staging", Environment.STAGING, revisions.get(revisions.size() / 2).id().value());
    shoot(source, "graph-real-" + name, (model, list) -> {});
  }

  private static int row(GraphModel model, String id) {
    return model.pictureProperty().get().rowOf(new RevisionId(id)).orElseThrow();
  }

  private static TargetPath path(Direction direction, String... ids) {
    return new TargetPath(direction, List.of(ids).stream().map(RevisionId::new).toList());
  }

  private static FixedSource sample() {
    RevisionSet files = RevisionReader.read(List.of(Path.of("db/migrations")));
    return new FixedSource(files.revisions());
  }

  private static List<Revision> manyBranches(int branches) {
    List<Revision> revisions = new ArrayList<>();
    revisions.add(Revisions.revision("root", List.of(), List.of(), List.of(), Optional.empty()));
    for (int step = 0; step < 3; step++) {
      for (int branch = 0; branch < branches; branch++) {
        String id = "b" + branch + "x" + step;
        String below = step == 0 ? "root" : "b" + branch + "x" + (step - 1);
        revisions.add(
            Revisions.revision(id, List.of(below), List.of(), List.of(), Optional.empty()));
      }
    }
    return revisions;
  }

  private static List<Revision> wordy() {
    List<Revision> revisions = new ArrayList<>();
    String below = "";
    for (String id :
        List.of("20250102030405_first", "20250103030405_second", "20250104030405_third")) {
      Revision plain =
          Revisions.revision(
              id,
              below.isEmpty() ? List.of() : List.of(below),
              List.of("a_long_branch_label", "another_long_label", "third", "fourth", "fifth"),
              List.of(),
              Optional.of("2025-01-02 03:04:05+00:00"));
      revisions.add(
          new Revision(
              plain.id(),
              plain.downRevisions(),
              plain.branchLabels(),
              plain.dependsOn(),
              "a message that goes on and on, because somebody wanted to explain in it everything"
                  + " that ought to be in the ticket, the review and the commit as well",
              plain.createDate(),
              plain.upgrade(),
              new WayBack.Missing(),
              plain.verify(),
              plain.file()));
      below = id;
    }
    return revisions;
  }

  /** A picture in each theme and size. */
  private void shoot(FixedSource source, String name, BiConsumer<GraphModel, GraphList> prepare)
      throws TimeoutException {
    GraphModel model = new GraphModel(source, new SameThread());
    List<Scene> scenes = new ArrayList<>();
    Stages.show(
        stage -> {
          Scene scene = new Scene(new GraphView(model, new NoActions()), 1000, 700);
          Theme.LIGHT.applyTo(scene);
          stage.setScene(scene);
          stage.show();
          scenes.add(scene);
        });
    WaitForAsyncUtils.waitForFxEvents();
    // Of this window: a test may have shown another one before.
    GraphList list = (GraphList) scenes.getFirst().lookup("#revisions");
    robot.interact(() -> prepare.accept(model, list));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(list.getItems()).hasSameSizeAs(model.pictureProperty().get().rows());
    Screens.save(scenes.getFirst(), name, SIZES);
  }
}
