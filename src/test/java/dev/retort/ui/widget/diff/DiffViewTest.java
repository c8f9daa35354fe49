package dev.retort.ui.widget.diff;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.ui.Screens;
import dev.retort.ui.Stages;
import dev.retort.ui.task.FxBackground;
import dev.retort.ui.widget.Theme;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.geometry.Dimension2D;
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

/** Two texts against each other, on the real toolkit. */
@Tag("fx")
class DiffViewTest {
  private static final String COLUMNS =
      IntStream.range(0, 40).mapToObj(i -> "  column_" + i + " bigint,\n").collect(joining());
  private static final String BEFORE =
      "-- orders, as they were\nCREATE TABLE orders (\n"
          + COLUMNS
          + """
            slice_size numeric(18, 4),
            created_at timestamptz NOT NULL DEFAULT now()
          );
          CREATE FUNCTION total(a int) RETURNS int AS $$
            SELECT sum(size) FROM orders WHERE name = 'a;b';
          $$ LANGUAGE sql;
          DROP VIEW daily;
          """;
  private static final String AFTER =
      "-- orders, as they are\nCREATE TABLE orders (\n"
          + COLUMNS
          + """
            slice_size numeric(18, 4) NOT NULL DEFAULT 0,
            created_at timestamptz NOT NULL DEFAULT now(),
            CONSTRAINT orders_slice_ck CHECK (slice_size IS NOT NULL)
          );
          CREATE FUNCTION total(a int) RETURNS int AS $$
            SELECT sum(size) FROM orders WHERE name = 'c;d';
          $$ LANGUAGE sql;

          CREATE INDEX orders_account_idx
            ON orders (account_id);
          """;
  private static final List<Dimension2D> WIDE = List.of(new Dimension2D(1000, 500));
  private static final List<Dimension2D> NARROW = List.of(new Dimension2D(420, 500));

  private final FxRobot robot = new FxRobot();
  private final FxBackground background = new FxBackground();
  private Optional<DiffView> shown = Optional.empty();
  private Optional<Scene> scene = Optional.empty();

  @BeforeEach
  void show() throws TimeoutException {
    Stages.show(
        stage -> {
          DiffView view = new DiffView("diff", background);
          Scene content = new Scene(new StackPane(view), 1000, 500);
          shown = Optional.of(view);
          scene = Optional.of(content);
          Theme.LIGHT.applyTo(content);
          stage.setScene(content);
          stage.show();
        });
  }

  @AfterEach
  void close() throws TimeoutException {
    background.close();
    Stages.close();
  }

  @Test
  void twoTextsLieBesideEachOtherLineByLine() throws Exception {
    compare(BEFORE, AFTER);
    await(() -> label("#diff-count").equals("4 changes, +8 −5"));
    CodeArea before = area("#diff-before-text");
    CodeArea after = area("#diff-after-text");
    assertEquals(before.getParagraphs().size(), after.getParagraphs().size());
    assertTrue(before.getText().contains("… 35 equal lines"), before.getText());
    int word = after.getText().indexOf("NOT NULL DEFAULT 0");
    assertEquals(List.of("keyword", "diff-word"), List.copyOf(after.getStyleOfChar(word)));
    assertEquals(List.of("diff-added"), styles(after, "NOT NULL DEFAULT 0"));
    assertEquals(List.of("diff-removed"), styles(before, "DROP VIEW"));
    shoot("diff-sides", WIDE);
  }

  @Test
  void theChoiceOfOneTextStaysForTheNextComparison() throws Exception {
    compare(BEFORE, AFTER);
    await(() -> label("#diff-count").startsWith("4 changes"));
    robot.clickOn("#diff-unified");
    await(() -> area("#diff-both-text").getText().contains("DROP VIEW"));
    shoot("diff-unified", WIDE);
    shoot("diff-unified", NARROW);
    compare(AFTER, BEFORE);
    await(() -> label("#diff-count").equals("4 changes, +5 −8"));
    assertTrue(area("#diff-both-text").isVisible());
    assertTrue(area("#diff-both-text").getText().contains("CREATE INDEX"));
  }

  @Test
  void whereTwoColumnsWouldBeTooNarrowThereIsOne() throws Exception {
    robot.interact(() -> scene.orElseThrow().getWindow().setWidth(420));
    compare(BEFORE, AFTER);
    await(() -> area("#diff-both-text").isVisible());
    robot.interact(() -> scene.orElseThrow().getWindow().setWidth(1000));
    await(() -> area("#diff-after-text").getText().contains("CREATE INDEX"));
  }

  @Test
  void changesAreWalkedByKeyAndFoldsOpenedByKey() throws Exception {
    compare(BEFORE, AFTER);
    await(() -> label("#diff-count").startsWith("4 changes"));
    robot.interact(() -> shown.orElseThrow().toContent());
    robot.type(KeyCode.F7).type(KeyCode.F7);
    await(() -> label("#diff-position").equals("2 of 4"));
    robot.press(KeyCode.SHIFT).type(KeyCode.F7).release(KeyCode.SHIFT);
    await(() -> label("#diff-position").equals("1 of 4"));
    CodeArea after = area("#diff-after-text");
    int fold = after.getText().substring(0, after.getText().indexOf("…")).split("\n", -1).length;
    robot.interact(() -> after.moveTo(fold - 1, 0));
    robot.type(KeyCode.ENTER);
    await(() -> after.getText().contains("column_20"));
    assertEquals(area("#diff-before-text").getParagraphs().size(), after.getParagraphs().size());
    robot.interact(
        () -> {
          after.selectAll();
          after.copy();
        });
    assertEquals(AFTER.strip(), WaitForAsyncUtils.waitForAsyncFx(5_000, this::clipboard).strip());
    shoot("diff-opened", WIDE);
  }

  @Test
  void equalTextsAreSaidToBeEqualInWords() throws Exception {
    compare(AFTER, AFTER);
    await(() -> label("#diff-count").equals("No difference: both have the same 52 lines."));
    assertTrue(robot.lookup("#diff-next").query().isDisabled());
    shoot("diff-equal", WIDE);
  }

  @Test
  void bothSidesScrollInStepThroughFiftyThousandLines() throws Exception {
    String many =
        IntStream.range(0, 50_000)
            .mapToObj(i -> "INSERT INTO lots (id) VALUES (" + i + ");\n")
            .collect(joining());
    compare(many, many.replace("(30000)", "(30001)").replace("(49000);", "(49000, 1);"));
    await(() -> label("#diff-count").equals("2 changes, +2 −2"));
    robot.clickOn("#diff-all");
    CodeArea after = area("#diff-after-text");
    await(() -> after.getParagraphs().size() == 50_000);
    robot.type(KeyCode.F7).type(KeyCode.F7);
    await(() -> label("#diff-position").equals("2 of 2"));
    CodeArea before = area("#diff-before-text");
    await(() -> top(after) > 48_000 && top(before) == top(after));
    robot.interact(() -> after.showParagraphAtTop(20_000));
    await(() -> top(after) == 20_000 && top(before) == 20_000);
    shoot("diff-many", WIDE);
  }

  private void compare(String before, String after) {
    robot.interact(
        () ->
            shown
                .orElseThrow()
                .show(
                    new DiffSide("0012 as it ran on 18 Nov", before),
                    new DiffSide("0012 as it is now", after)));
  }

  private static int top(CodeArea area) {
    return WaitForAsyncUtils.waitForAsyncFx(10_000, area::firstVisibleParToAllParIndex);
  }

  private String clipboard() {
    return Clipboard.getSystemClipboard().getString();
  }

  private static List<String> styles(CodeArea area, String text) {
    int offset = area.getText().indexOf(text);
    int paragraph = area.getText().substring(0, offset).split("\n", -1).length - 1;
    return List.copyOf(area.getParagraph(paragraph).getParagraphStyle());
  }

  private CodeArea area(String id) {
    return robot.lookup(id).queryAs(CodeArea.class);
  }

  private String label(String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  private static void await(BooleanSupplier condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition::getAsBoolean);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void shoot(String name, List<Dimension2D> sizes) throws IOException {
    WaitForAsyncUtils.waitForFxEvents();
    Screens.save(scene.orElseThrow(), name, sizes);
  }
}
