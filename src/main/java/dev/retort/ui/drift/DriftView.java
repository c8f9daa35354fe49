package dev.retort.ui.drift;

import dev.retort.ui.task.Background;
import dev.retort.ui.widget.InquiryPane;
import dev.retort.ui.widget.Nodes;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The screen of drift: the chosen database beside what its heads make; and, where nobody knows what
 * those are, the revisions that it looks like.
 */
public final class DriftView extends BorderPane {
  private final DriftModel drift;
  private final IdentifyModel identify;
  private final DriftPane driftPane;
  private final IdentifyPane identifyPane;
  private final ToggleButton first = new ToggleButton("Drift");
  private final ToggleButton second = new ToggleButton("Which revision is it?");
  private final StackPane pages = new StackPane();
  private final Node driftPage;
  private final Node identifyPage;

  /** The screen. */
  public DriftView(
      DriftModel drift, IdentifyModel identify, DriftActions actions, Background background) {
    this.drift = drift;
    this.identify = identify;
    setId("drift-page");
    getStyleClass().add("panel");
    driftPane = new DriftPane(drift, actions, background);
    identifyPane = new IdentifyPane(identify, actions, background);
    driftPage =
        new InquiryPane<>(
            "drift", drift.inquiry(), background, driftPane, driftPane::show, obstacle());
    identifyPage =
        new InquiryPane<>(
            "identify",
            identify.inquiry(),
            background,
            identifyPane,
            identifyPane::show,
            new StackPane(Nodes.label("Nothing was looked at yet.", "muted")));
    pages.getChildren().addAll(driftPage, identifyPage);
    setTop(bar());
    setCenter(pages);
    front(driftPage);
  }

  private HBox bar() {
    ToggleGroup group = new ToggleGroup();
    toggle(first, "mode-drift", group, "left-pill", this::begin);
    toggle(second, "mode-identify", group, "right-pill", this::identify);
    Button again = Nodes.iconButton("drift-look-again", Feather.REFRESH_CW, "Look again");
    again.setOnAction(
        event -> {
          if (identifyPage.isVisible()) {
            identify.look();
          } else {
            drift.look();
          }
        });
    HBox bar = new HBox(new HBox(first, second), Nodes.spacer(), again);
    bar.getStyleClass().add("page-title");
    return bar;
  }

  private void toggle(
      ToggleButton one, String id, ToggleGroup group, String style, Runnable action) {
    one.setId(id);
    one.setAccessibleText(one.getText());
    one.setToggleGroup(group);
    one.getStyleClass().add(style);
    one.setOnAction(event -> action.run());
  }

  private Node obstacle() {
    FontIcon icon = new FontIcon(Feather.HELP_CIRCLE);
    icon.getStyleClass().add("empty-icon");
    Label words = Nodes.label("", "muted");
    words.setId("drift-obstacle");
    words.setWrapText(true);
    words.setMaxWidth(460);
    words.setTextAlignment(TextAlignment.CENTER);
    words.textProperty().bind(drift.obstacleProperty());
    Button find = Nodes.button("drift-identify", "Find out which revision it matches", "accent");
    find.setOnAction(event -> identify());
    VBox page = new VBox(icon, words, find);
    page.getStyleClass().add("empty-page");
    return page;
  }

  private void front(Node page) {
    first.setSelected(page.equals(driftPage));
    second.setSelected(page.equals(identifyPage));
    pages.getChildren().forEach(child -> Nodes.show(child, child.equals(page)));
  }

  /** Shows drift, and asks for it if need be. */
  public void begin() {
    front(driftPage);
    identify.leave();
    drift.begin();
    driftPane.toContent();
  }

  /** Shows which revisions the database looks like, and asks for them if need be. */
  public void identify() {
    front(identifyPage);
    drift.leave();
    identify.begin();
    identifyPane.toContent();
  }

  /** It is on the screen no more. */
  public void leave() {
    drift.leave();
    identify.leave();
  }
}
