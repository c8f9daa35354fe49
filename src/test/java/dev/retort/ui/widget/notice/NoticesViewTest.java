package dev.retort.ui.widget.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.ui.Stages;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The board in the corner: what is put up, taken down, followed, and goes by itself. */
@Tag("fx")
class NoticesViewTest {
  private static final Duration LONG = Duration.minutes(5);

  private final FxRobot robot = new FxRobot();
  private final Notices notices = new Notices();
  private final List<String> gone = new ArrayList<>();

  @AfterEach
  void close() throws TimeoutException {
    Stages.close();
  }

  private void show(Duration stays) throws TimeoutException {
    Stage stage =
        Stages.show(
            shown -> {
              NoticesView view = new NoticesView(notices, stays);
              StackPane root = new StackPane(view);
              StackPane.setAlignment(view, Pos.BOTTOM_RIGHT);
              shown.setScene(new Scene(root, 600, 500));
              shown.show();
              shown.requestFocus();
            });
    await(stage::isFocused);
    robot.moveTo(
        stage.getScene().getRoot(),
        Pos.TOP_LEFT,
        new javafx.geometry.Point2D(5, 5),
        org.testfx.robot.Motion.DIRECT);
  }

  private void post(String words, Notice.Way... ways) {
    robot.interact(
        () -> notices.post(new Notice(Notice.Kind.DONE, words, "a/file.sql", List.of(ways))));
  }

  private List<String> shown() {
    return robot.lookup(".notice-words").queryAllAs(javafx.scene.control.Label.class).stream()
        .map(javafx.scene.control.Label::getText)
        .toList();
  }

  private static void await(BooleanSupplier condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        10,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition::getAsBoolean));
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void noticesAreReadFollowedAndTakenDown() throws Exception {
    notices.post(new Notice(Notice.Kind.NEWS, "before the window", ""));
    show(LONG);
    post("Wrote revision 0003", new Notice.Way("show", "Show in folder", () -> gone.add("shown")));
    assertEquals(List.of("before the window", "Wrote revision 0003"), shown());
    assertEquals(
        "Wrote revision 0003 a/file.sql", robot.lookup(".notice-done").query().getAccessibleText());
    robot.clickOn("#show");
    robot.clickOn("#show");
    assertEquals(List.of("shown", "shown"), gone);
    assertEquals(2, shown().size(), "what is followed stays");
    robot.clickOn(robot.from(robot.lookup(".notice-news")).lookup("#close-notice").queryButton());
    assertEquals(List.of("Wrote revision 0003"), shown());

    for (String words : List.of("b", "c", "d", "e")) {
      post(words);
    }
    assertEquals(List.of("b", "c", "d", "e"), shown(), "the oldest goes where there are many");
    robot.interact(() -> notices.takeDown(notices.now().getFirst()));
    robot.interact(() -> notices.takeDown(new Notice(Notice.Kind.DONE, "never up", "")));
    assertEquals(List.of("c", "d", "e"), shown());
  }

  @Test
  void aNoticeGoesByItselfButNotUnderTheMouse() throws Exception {
    show(Duration.millis(700));
    post("read me");
    robot.moveTo(".notice");
    WaitForAsyncUtils.sleep(1200, TimeUnit.MILLISECONDS);
    assertEquals(List.of("read me"), shown());
    robot.moveBy(-500, -400);
    await(() -> notices.now().isEmpty());
    assertTrue(shown().isEmpty());
  }
}
