package dev.retort.ui.widget;

import dev.retort.ui.task.Background;
import dev.retort.ui.task.Inquiry;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What came of a question, or calmly what it is at, why it has no answer, and what can be done
 * then. What takes no time says nothing of itself.
 */
public final class InquiryPane<T> extends StackPane {
  private static final Duration UNNOTICED = Duration.ofMillis(200);
  private static final double WIDEST = 520;

  private final String id;
  private final Inquiry<T> inquiry;
  private final Background background;
  private final Consumer<T> show;
  private final Node content;
  private final Node idle;
  private final Label words = wrapped("muted");
  private final Label why = wrapped();
  private final Node busy;
  private final Node failed;
  private final Node stopped;
  private Background.Later waiting = () -> {};

  /**
   * The pane of a question.
   *
   * @param content what shows an answer
   * @param show gives it one
   * @param idle there while nothing was asked
   */
  public InquiryPane(
      String id,
      Inquiry<T> inquiry,
      Background background,
      Node content,
      Consumer<T> show,
      Node idle) {
    this.id = id;
    this.inquiry = inquiry;
    this.background = background;
    this.content = content;
    this.show = show;
    this.idle = idle;
    this.busy = busy();
    this.failed = failed();
    this.stopped = stopped();
    getChildren().addAll(content, idle, busy, failed, stopped);
    inquiry.stateProperty().subscribe(this::look);
  }

  private static Label wrapped(String... styles) {
    Label label = Nodes.wrapped("", styles);
    label.setMaxWidth(WIDEST);
    label.setTextAlignment(TextAlignment.CENTER);
    return label;
  }

  private Node busy() {
    ProgressIndicator wheel = new ProgressIndicator();
    wheel.setPrefSize(28, 28);
    wheel.setMaxSize(28, 28);
    wheel.setAccessibleText("Working");
    words.setId(id + "-busy");
    Button cancel = Nodes.button(id + "-cancel", "Cancel");
    cancel.setOnAction(event -> inquiry.stop());
    return page(wheel, words, cancel);
  }

  private Node failed() {
    FontIcon icon = new FontIcon(Feather.ALERT_TRIANGLE);
    icon.getStyleClass().addAll("empty-icon", "failed-icon");
    why.setId(id + "-failed");
    Button again = Nodes.button(id + "-again", "Try again");
    again.setOnAction(event -> inquiry.again());
    return page(icon, why, again);
  }

  private Node stopped() {
    Button again = Nodes.button(id + "-start-again", "Start again");
    again.setOnAction(event -> inquiry.again());
    return page(Nodes.label("Stopped.", "muted"), again);
  }

  private static VBox page(Node... nodes) {
    VBox page = new VBox(12, nodes);
    page.setAlignment(Pos.CENTER);
    page.getStyleClass().add("inquiry-page");
    return page;
  }

  private void look(Inquiry.State<T> now) {
    switch (now) {
      case Inquiry.Idle<T> nothing -> front(idle);
      case Inquiry.Asking<T>(String what) -> {
        words.setText(what);
        if (!busy.isVisible()) {
          waiting.callOff();
          waiting = background.later(UNNOTICED, () -> front(busy));
        }
      }
      case Inquiry.Answered<T>(T answer) -> {
        show.accept(answer);
        front(content);
      }
      case Inquiry.Failed<T>(String reason) -> {
        why.setText(reason);
        front(failed);
      }
      case Inquiry.Stopped<T> nothing -> front(stopped);
    }
  }

  private void front(Node page) {
    waiting.callOff();
    getChildren().forEach(child -> Nodes.show(child, child.equals(page)));
  }
}
