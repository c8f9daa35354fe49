package dev.retort.ui.graph;

import dev.retort.profile.Profile;
import dev.retort.ui.session.ProjectSession.Trouble;
import dev.retort.ui.widget.Nodes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.feather.Feather;

/**
 * Above the rows while two databases are shown: how far apart they are, and whose state is in which
 * column.
 */
final class DatabasesLine extends Pane {
  private static final double GAP = 8;

  private final GraphModel model;
  private final GraphGeometry geometry;
  private final GraphList list;
  private final Label words = Nodes.label("", "strong");
  private final Label here = Nodes.chip("", "environment");
  private final Label there = Nodes.chip("", "environment");
  private final Button close;

  DatabasesLine(GraphModel model, GraphGeometry geometry, GraphList list) {
    this.model = model;
    this.geometry = geometry;
    this.list = list;
    setId("databases");
    getStyleClass().add("databases-line");
    words.setId("databases-words");
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(words.textProperty());
    whole.setWrapText(true);
    whole.setMaxWidth(460);
    words.setTooltip(whole);
    close = Nodes.iconButton("close-comparison", Feather.X, "Show this database alone");
    close.getStyleClass().add("in-field");
    close.setOnAction(event -> model.source().showBeside(Optional.empty()));
    getChildren().addAll(close, words, here, there);
    model.betweenProperty().addListener(observable -> show());
    List<Observable> sources =
        List.of(
            model.source().profile(),
            model.source().otherProfile(),
            model.source().otherTrouble(),
            model.source().otherBusy());
    sources.forEach(source -> source.addListener(observable -> show()));
    list.widthProperty().addListener(observable -> requestLayout());
    show();
  }

  private void show() {
    Optional<Profile> other = model.source().otherProfile().getValue();
    Nodes.show(this, other.isPresent());
    other.ifPresent(profile -> name(there, profile));
    model.source().profile().getValue().ifPresent(one -> name(here, one));
    Optional<Trouble> trouble = model.source().otherTrouble().getValue();
    words.getStyleClass().remove("danger-text");
    if (trouble.isPresent()) {
      words.getStyleClass().add("danger-text");
      words.setText(trouble.get().words());
    } else if (!model.betweenProperty().get().isEmpty()) {
      words.setText(model.betweenProperty().get());
    } else {
      words.setText(
          model.source().otherBusy().getValue()
              ? "Looking at " + other.map(Profile::name).orElse("") + "…"
              : "The chosen database is not known, so there is nothing to compare with");
    }
    requestLayout();
  }

  private static void name(Label chip, Profile profile) {
    chip.setText(profile.name());
    chip.getStyleClass().removeIf(style -> style.startsWith("environment-"));
    chip.getStyleClass()
        .add("environment-" + profile.environment().name().toLowerCase(Locale.ROOT));
  }

  @Override
  protected double computePrefHeight(double width) {
    return 32;
  }

  @Override
  protected void layoutChildren() {
    double column = StateColumns.width(geometry.zoomProperty().get(), true);
    double right = list.rowWidth() - 2 * GAP;
    right = place(there, right, column);
    right = place(here, right, column);
    double x = 1.5 * GAP;
    double size = close.prefWidth(-1);
    close.resizeRelocate(x, (getHeight() - close.prefHeight(-1)) / 2, size, close.prefHeight(-1));
    x += size + GAP;
    double height = words.prefHeight(-1);
    words.resizeRelocate(
        x, Math.floor((getHeight() - height) / 2), Math.max(0, right - GAP - x), height);
  }

  private double place(Label chip, double right, double column) {
    double width = Math.min(column - 4, chip.prefWidth(-1));
    double height = chip.prefHeight(-1);
    chip.resizeRelocate(
        Math.floor(right - width),
        Math.floor((getHeight() - height) / 2),
        Math.ceil(width),
        height);
    return right - column;
  }
}
