package dev.retort.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.profile.Environment;
import dev.retort.revision.RevisionId;
import dev.retort.shadow.RoundTrip;
import dev.retort.testing.Revisions;
import dev.retort.ui.SameThread;
import dev.retort.ui.Stages;
import dev.retort.ui.graph.picture.GraphRow;
import dev.retort.ui.widget.Theme;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The graph by keyboard and mouse. */
@Tag("fx")
class GraphViewTest {
  private static final String FORK = "a; c<-a; b<-a; d<-b,c; e<-d";

  private final FxRobot robot = new FxRobot();
  private final FixedSource source =
      new FixedSource(Revisions.of(FORK)).at("dev", Environment.DEVELOPMENT, "b");
  private final NoActions actions = new NoActions();
  private final GraphModel model = new GraphModel(source, new SameThread());

  @BeforeEach
  void open() throws TimeoutException {
    Stages.show(
        stage -> {
          Scene scene = new Scene(new GraphView(model, actions), 700, 300);
          Theme.LIGHT.applyTo(scene);
          stage.setScene(scene);
          stage.show();
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  @AfterEach
  void close() throws TimeoutException {
    Stages.close();
  }

  private GraphList list() {
    return robot.lookup("#revisions").queryAs(GraphList.class);
  }

  private void jump(String id) {
    int row = model.pictureProperty().get().rowOf(new RevisionId(id)).orElseThrow();
    robot.interact(() -> list().jump(row));
  }

  private List<String> selected() {
    return model.selectedProperty().get().stream().map(row -> row.id().value()).toList();
  }

  @Test
  void theKeyboardWalksToParentsAndChildrenWhereverTheirRowsAre() {
    jump("e");
    robot.write("p");
    assertThat(selected()).containsExactly("d");
    robot.write("p");
    assertThat(selected()).containsExactly("b");
    robot.write("c");
    assertThat(selected()).containsExactly("d");
    robot.write("P");
    assertThat(selected()).containsExactly("c");
    robot.push(KeyCode.CONTROL, KeyCode.DOWN);
    assertThat(selected()).containsExactly("a");
    robot.push(KeyCode.CONTROL, KeyCode.UP);
    assertThat(selected()).isSubsetOf("b", "c").hasSize(1);
    robot.write(".");
    assertThat(selected()).containsExactly("b");
    robot.write("h");
    assertThat(selected()).containsExactly("e");
  }

  @Test
  void keysChooseWhatToDoWithARevision() {
    jump("d");
    robot.write("uds");
    robot.push(KeyCode.ENTER);
    assertThat(actions.asked).containsExactly("upgrade d", "downgrade d", "stamp d", "inspect");
  }

  @Test
  void aSlashGoesToTheFilterAndIsNotTypedThere() {
    jump("d");
    robot.write("/");
    TextField field = robot.lookup("#revision-filter").queryAs(TextField.class);
    assertThat(field.isFocused()).isTrue();
    robot.write("doc b");
    assertThat(field.getText()).isEqualTo("doc b");
    assertThat(list().getItems()).hasSize(1);
    robot.push(KeyCode.ENTER);
    assertThat(selected()).containsExactly("b");
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.push(KeyCode.ESCAPE);
    assertThat(list().getItems()).hasSize(5);
  }

  @Test
  void theMenuOfARowOffersEverythingThatCanBeDoneWithIt() {
    GraphMenu menu = new GraphMenu(model, list(), actions);
    GraphRow row = model.pictureProperty().get().rows().get(1);
    ContextMenu items = build(menu, row);
    assertThat(items.getItems().stream().map(MenuItem::getId).filter(id -> id != null))
        .containsExactly(
            "upgrade-here",
            "downgrade-here",
            "stamp-here",
            "new-revision-here",
            "rebase-selected",
            "prove-here",
            "prove-all",
            "compare-with",
            "edit-file",
            "open-file",
            "copy-id");
    robot.interact(() -> items.getItems().getFirst().fire());
    assertThat(actions.asked).containsExactly("upgrade " + row.id());
  }

  @Test
  void twoRevisionsOfOneLineOfferToBecomeOneAndThoseSideBySideDoNot() {
    assertThat(squash("b", "c").isDisable()).isTrue();
    MenuItem squash = squash("e", "b");
    assertThat(squash.isDisable()).isFalse();
    robot.interact(squash::fire);
    assertThat(actions.asked).containsExactly("squash [e, b]");
  }

  private MenuItem squash(String one, String other) {
    jump(one);
    int row = model.pictureProperty().get().rowOf(new RevisionId(other)).orElseThrow();
    robot.interact(() -> list().add(row));
    ContextMenu items = build(new GraphMenu(model, list(), actions), list().row().orElseThrow());
    return items.getItems().stream()
        .filter(item -> "squash-selected".equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatTryingAWayBackHasShownIsSeenAndSpoken() {
    jump("d");
    assertThat(badges(".proof-badge")).isZero();
    robot.interact(
        () ->
            source.tried(
                tried("d", RoundTrip.Verdict.EXACT), tried("b", RoundTrip.Verdict.DOWN_FAILS)));
    assertThat(badges(".proof-good")).isEqualTo(1);
    assertThat(badges(".proof-bad")).isEqualTo(1);
    GraphMenu menu = new GraphMenu(model, list(), actions);
    ContextMenu items = build(menu, list().row().orElseThrow());
    robot.interact(
        () ->
            items.getItems().stream()
                .filter(item -> item.getId() != null && item.getId().startsWith("prove-"))
                .forEach(MenuItem::fire));
    assertThat(actions.asked).containsExactly("prove [d]", "prove all");
  }

  private long badges(String style) {
    return robot.lookup(style).queryAllAs(Node.class).stream().filter(Node::isVisible).count();
  }

  private static RoundTrip tried(String id, RoundTrip.Verdict verdict) {
    return new RoundTrip(
        new RevisionId(id),
        verdict,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  private ContextMenu build(GraphMenu menu, GraphRow row) {
    return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> menu.menu(row));
  }

  @Test
  void whatIsSelectedAndSeenStaysSoWhenRevisionsAreAdded() {
    StringBuilder line = new StringBuilder("r0");
    for (int i = 1; i < 100; i++) {
      line.append("; r").append(i).append("<-r").append(i - 1);
    }
    robot.interact(() -> source.files(Revisions.of(line.toString())));
    jump("r40");
    WaitForAsyncUtils.waitForFxEvents();
    String top = list().getItems().get(list().firstVisible()).id().value();
    robot.interact(() -> source.files(Revisions.of(line + "; r100<-r99; r101<-r100")));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(selected()).containsExactly("r40");
    assertThat(list().getItems().get(list().firstVisible()).id().value()).isEqualTo(top);
  }

  @Test
  void oneComesBackToWhereOneWas() {
    StringBuilder line = new StringBuilder("r0");
    for (int i = 1; i < 100; i++) {
      line.append("; r").append(i).append("<-r").append(i - 1);
    }
    robot.interact(() -> source.files(Revisions.of(line.toString())));
    Place place =
        new Place(Optional.of(new RevisionId("r60")), Optional.of(new RevisionId("r58")), 1.1);
    robot.interact(() -> list().goTo(place));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(list().place()).isEqualTo(place);
  }

  @Test
  void zoomKeepsTheSelectionAndChangesTheRows() {
    jump("d");
    robot.push(KeyCode.CONTROL, KeyCode.PLUS);
    assertThat(list().getFixedCellSize()).isGreaterThan(30);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
    assertThat(list().getFixedCellSize()).isEqualTo(30);
    assertThat(selected()).containsExactly("d");
  }

  @Test
  void everyControlSaysWhatItIs() {
    for (Node node : robot.lookup((Node one) -> one instanceof Control).queryAll()) {
      boolean ownPart = node.getId() != null;
      if (ownPart && node.isFocusTraversable()) {
        assertThat(node.getAccessibleText()).as("%s", node.getId()).isNotBlank();
      }
    }
    assertThat(robot.lookup("#filter-kind").tryQuery()).isPresent();
    assertThat(robot.lookup("#compare-database").tryQuery()).isPresent();
    assertThat(robot.lookup("#go-to").tryQuery()).isPresent();
  }
}
