package dev.retort.ui.widget.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.ui.Screens;
import dev.retort.ui.Stages;
import dev.retort.ui.task.FxBackground;
import dev.retort.ui.widget.Theme;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** SQL to be read, on the real toolkit. */
@Tag("fx")
class SqlViewTest {
  private static final String FUNCTION =
      """
      -- Running upgrade 0001 -> 0002
      CREATE FUNCTION total(a int) RETURNS int AS $$
      BEGIN
        -- the sum of all
        RETURN (SELECT sum(size) FROM orders WHERE name = 'a;b');
      END
      $$ LANGUAGE plpgsql;
      -- Running upgrade 0002 -> 0003
      ALTER TABLE orders ADD COLUMN "size" numeric(18, 4) NOT NULL DEFAULT 0;
      /* done */
      """;

  private final FxRobot robot = new FxRobot();
  private final FxBackground background = new FxBackground();
  private Optional<SqlView> shown = Optional.empty();
  private Optional<Scene> scene = Optional.empty();

  @BeforeEach
  void show() throws TimeoutException {
    Stages.show(
        stage -> {
          SqlView view = new SqlView("sql", background);
          Scene content = new Scene(new StackPane(view), 700, 320);
          shown = Optional.of(view);
          scene = Optional.of(content);
          Theme.LIGHT.applyTo(content);
          stage.setScene(content);
          stage.show();
        });
  }

  @AfterEach
  void close() throws TimeoutException {
    // The toolkit may hold on to the view for a while, and to many megabytes with it.
    shown.ifPresent(view -> robot.interact(() -> view.show("")));
    background.close();
    Stages.close();
  }

  @Test
  void sqlIsColouredToItsEndFunctionBodiesAsWell() throws Exception {
    robot.interact(
        () -> shown.orElseThrow().show(FUNCTION, List.of(new Fold(1, 7), new Fold(8, 10))));
    assertEquals(List.of("keyword"), styleOf("BEGIN"));
    assertEquals(List.of("literal"), styleOf("'a;b'"));
    assertEquals(List.of("comment"), styleOf("-- the sum"));
    assertEquals(List.of("number"), styleOf("18"));
    assertEquals(List.of("comment"), styleOf("/* done"));
    shoot("sql-light");
    robot.interact(() -> Theme.DARK.applyTo(scene.orElseThrow()));
    shoot("sql-dark");
  }

  @Test
  void aWordIsFoundWalkedAndMarked() throws Exception {
    robot.interact(() -> shown.orElseThrow().show(FUNCTION, List.of()));
    robot.clickOn("#sql").press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
    robot.interact(() -> robot.lookup("#find-word").queryTextInputControl().setText("ORDERS"));
    await(() -> label("#find-count").equals("1 of 2"));
    robot.type(KeyCode.ENTER);
    await(() -> label("#find-count").equals("2 of 2"));
    shoot("sql-find-light");
    robot.type(KeyCode.ENTER);
    await(() -> label("#find-count").equals("1 of 2"));
    robot.interact(() -> robot.lookup("#find-word").queryTextInputControl().setText("nowhere"));
    await(() -> label("#find-count").equals("none"));
    robot.type(KeyCode.ESCAPE);
    assertTrue(!robot.lookup("#find-word").query().getParent().isVisible());
  }

  @Test
  void whatIsFoldedAwayComesBackWhenItIsLookedFor() throws Exception {
    robot.interact(
        () -> shown.orElseThrow().show(FUNCTION, List.of(new Fold(1, 7), new Fold(8, 10))));
    robot.interact(() -> shown.orElseThrow().foldAll(true));
    assertEquals(2, area().getParagraphs().size());
    shoot("sql-folded-light");
    robot.interact(
        () -> {
          area().selectAll();
          area().copy();
          assertEquals(FUNCTION, Clipboard.getSystemClipboard().getString());
          shown.orElseThrow().reveal(5);
        });
    assertEquals(8, area().getParagraphs().size());
    assertEquals(FUNCTION, shown.orElseThrow().text());
  }

  @Test
  void fiftyMegabytesAreShownWithoutHoldingTheWindow() throws Exception {
    String line = "INSERT INTO orders (id, name) VALUES (1, 'a name of some length, 20');\n";
    String text = line.repeat(50_000_000 / line.length());
    int lines = (int) text.lines().count();
    robot.interact(() -> shown.orElseThrow().show(text));
    await(() -> area().getParagraphs().size() == lines);
    robot.interact(() -> shown.orElseThrow().reveal(lines / 2));
    int seen = lines / 2 - 1;
    await(() -> area().getStyleSpans(seen).getStyleSpan(0).getStyle().contains("keyword"));
    shoot("sql-50mb-light");
  }

  @Test
  void aLineOfMegabytesIsReadable() throws Exception {
    String text =
        "INSERT INTO t VALUES "
            + String.join(", ", IntStream.range(0, 300_000).mapToObj(i -> "(" + i + ")").toList())
            + ";\nSELECT 1;\n";
    robot.interact(() -> shown.orElseThrow().show(text));
    await(() -> area().getParagraphs().size() > 1_000);
    robot.interact(() -> area().setWrapText(true));
    shoot("sql-long-line-light");
    robot.interact(
        () -> {
          area().selectAll();
          area().copy();
          assertEquals(text, Clipboard.getSystemClipboard().getString());
        });
  }

  private Collection<String> styleOf(String word) {
    int at = area().getText().indexOf(word);
    return area().getStyleOfChar(at);
  }

  private CodeArea area() {
    return robot.lookup("#sql").queryAs(CodeArea.class);
  }

  private String label(String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  private static void await(BooleanSupplier condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition::getAsBoolean);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void shoot(String name) throws IOException {
    WaitForAsyncUtils.waitForFxEvents();
    Screens.save(
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> scene.orElseThrow().snapshot(null)), name);
  }
}
