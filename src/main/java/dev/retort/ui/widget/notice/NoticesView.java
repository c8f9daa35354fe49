package dev.retort.ui.widget.notice;

import dev.retort.ui.widget.Nodes;
import java.util.HashMap;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The notices in the lower right corner. Each goes by itself after a while, but not before the
 * window has been in front that long, and not while the mouse is on it.
 */
public final class NoticesView extends VBox {
  private static final Duration WHILE = Duration.seconds(8);
  private static final double WIDTH = 380;

  private final Notices notices;
  private final Duration stays;
  private final Map<Notice, Node> cards = new HashMap<>();

  /** The view of a board. */
  public NoticesView(Notices notices) {
    this(notices, WHILE);
  }

  /**
   * The view of a board.
   *
   * @param stays how long a notice stays in front of somebody
   */
  NoticesView(Notices notices, Duration stays) {
    super(8);
    this.notices = notices;
    this.stays = stays;
    setId("notices");
    getStyleClass().add("notices");
    setPickOnBounds(false);
    setMaxSize(WIDTH, USE_PREF_SIZE);
    setAlignment(Pos.BOTTOM_RIGHT);
    notices
        .now()
        .addListener(
            (ListChangeListener<Notice>)
                change -> {
                  while (change.next()) {
                    change.getRemoved().forEach(gone -> getChildren().remove(cards.remove(gone)));
                    change.getAddedSubList().forEach(this::add);
                  }
                });
    notices.now().forEach(this::add);
  }

  private void add(Notice notice) {
    Node card = card(notice);
    cards.put(notice, card);
    getChildren().add(card);
  }

  private HBox card(Notice notice) {
    FontIcon icon =
        new FontIcon(
            switch (notice.kind()) {
              case DONE -> Feather.CHECK_CIRCLE;
              case FAILED -> Feather.ALERT_OCTAGON;
              case NEWS -> Feather.INFO;
            });
    icon.getStyleClass().add("notice-icon");
    Label words = Nodes.label(notice.words(), "notice-words");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    VBox text = new VBox(2, words);
    if (!notice.detail().isEmpty()) {
      Label detail = Nodes.label(notice.detail(), "notice-detail");
      detail.setWrapText(true);
      detail.setMinHeight(USE_PREF_SIZE);
      text.getChildren().add(detail);
    }
    if (!notice.ways().isEmpty()) {
      HBox ways = new HBox(12);
      for (Notice.Way way : notice.ways()) {
        Hyperlink link = new Hyperlink(way.words());
        link.setId(way.id());
        link.setAccessibleText(way.words());
        link.setOnAction(
            event -> {
              link.setVisited(false);
              way.go().run();
            });
        ways.getChildren().add(link);
      }
      text.getChildren().add(ways);
    }
    HBox.setHgrow(text, Priority.ALWAYS);
    Button close = Nodes.iconButton("close-notice", Feather.X, "Take this notice down");
    close.getStyleClass().add("in-field");
    close.setOnAction(event -> notices.takeDown(notice));
    HBox card = new HBox(10, icon, text, close);
    card.getStyleClass()
        .addAll("notice", "notice-" + notice.kind().name().toLowerCase(java.util.Locale.ROOT));
    card.setAccessibleRole(AccessibleRole.TEXT);
    card.setAccessibleText(notice.words() + " " + notice.detail());
    card.setMaxWidth(WIDTH);
    takeDownLater(notice, card);
    return card;
  }

  private void takeDownLater(Notice notice, HBox card) {
    PauseTransition pause = new PauseTransition(stays);
    pause.setOnFinished(event -> notices.takeDown(notice));
    card.hoverProperty()
        .subscribe(
            over -> {
              if (over) {
                pause.stop();
              } else if (inFront()) {
                pause.playFromStart();
              }
            });
    // A notice that nobody can have seen stays.
    card.sceneProperty()
        .flatMap(scene -> scene.windowProperty())
        .flatMap(window -> window.focusedProperty())
        .subscribe(
            focused -> {
              if (focused != null && focused) {
                pause.playFromStart();
              } else {
                pause.stop();
              }
            });
  }

  private boolean inFront() {
    return getScene() != null
        && getScene().getWindow() != null
        && getScene().getWindow().isFocused();
  }
}
