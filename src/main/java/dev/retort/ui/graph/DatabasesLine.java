package dev.retort.ui.graph;

import dev.retort.plan.Command;
import dev.retort.profile.Profile;
import dev.retort.ui.graph.picture.Difference;
import dev.retort.ui.graph.picture.GraphRow;
import dev.retort.ui.graph.picture.NodeState;
import dev.retort.ui.session.Trouble;
import dev.retort.ui.widget.Nodes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
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
  private static final double LINE = 32;
  private static final Optional<NodeState> CURRENT = Optional.of(NodeState.CURRENT);

  private final GraphModel model;
  private final GraphGeometry geometry;
  private final GraphList list;
  private final Label words = Nodes.label("", "strong");

  /** Why the other database cannot be looked at, in a line of its own below the first. */
  private final Label why = Nodes.label("", "muted");

  private final Label here = Nodes.chip("", "environment");
  private final Label there = Nodes.chip("", "environment");
  private final GraphActions actions;
  private final Hyperlink follow = new Hyperlink("Plan it");
  private final Button close;

  DatabasesLine(GraphModel model, GraphGeometry geometry, GraphList list, GraphActions actions) {
    this.model = model;
    this.actions = actions;
    this.geometry = geometry;
    this.list = list;
    setId("databases");
    getStyleClass().add("databases-line");
    words.setId("databases-words");
    Tooltip whole = new Tooltip();
    whole
        .textProperty()
        .bind(
            Bindings.when(why.textProperty().isEmpty())
                .then(words.textProperty())
                .otherwise(why.textProperty()));
    whole.setWrapText(true);
    whole.setMaxWidth(460);
    words.setTooltip(whole);
    why.setId("databases-trouble");
    why.setWrapText(true);
    close = Nodes.iconButton("close-comparison", Feather.X, "Show this database alone");
    close.getStyleClass().add("in-field");
    close.setOnAction(event -> model.source().showBeside(Optional.empty()));
    follow.setId("follow-database");
    follow.setAccessibleText("Plan the way to where the other database is");
    getChildren().addAll(close, words, why, follow, here, there);
    model.betweenProperty().addListener(observable -> show());
    model.pictureProperty().addListener(observable -> show());
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
    why.setText("");
    if (trouble.isPresent()) {
      words.getStyleClass().add("danger-text");
      words.setText(other.map(Profile::name).orElse("") + " cannot be looked at");
      why.setText(trouble.get().words());
    } else if (!model.betweenProperty().get().isEmpty()) {
      words.setText(model.betweenProperty().get());
    } else {
      words.setText(
          model.source().otherBusy().getValue()
              ? "Looking at " + other.map(Profile::name).orElse("") + "…"
              : "The chosen database is not known, so there is nothing to compare with");
    }
    offer(other);
    requestLayout();
  }

  /** To where the other database is there is a plan, if only one of the two is ahead. */
  private void offer(Optional<Profile> other) {
    Optional<Command> command = Optional.empty();
    List<GraphRow> rows = model.pictureProperty().get().rows();
    Optional<GraphRow> place =
        rows.stream().filter(row -> row.otherState().equals(CURRENT)).findFirst();
    boolean oneHead = rows.stream().filter(row -> row.otherState().equals(CURRENT)).count() == 1;
    boolean back = rows.stream().anyMatch(row -> row.difference() == Difference.ONLY_HERE);
    boolean forth = rows.stream().anyMatch(row -> row.difference() == Difference.ONLY_THERE);
    if (other.isPresent() && oneHead && back != forth) {
      command = Optional.of(forth ? Command.UPGRADE : Command.DOWNGRADE);
    }
    follow.setVisible(command.isPresent());
    command.ifPresent(
        what -> {
          String mine = model.source().profile().getValue().map(Profile::name).orElse("this");
          String words =
              "%s %s to where %s is"
                  .formatted(
                      what == Command.UPGRADE ? "Upgrade" : "Downgrade",
                      mine,
                      other.orElseThrow().name());
          follow.setAccessibleText(words);
          follow.setTooltip(new Tooltip(words));
          follow.setOnAction(event -> actions.target(what, place.orElseThrow().id()));
        });
  }

  private static void name(Label chip, Profile profile) {
    chip.setText(profile.name());
    chip.getStyleClass().removeIf(style -> style.startsWith("environment-"));
    chip.getStyleClass()
        .add("environment-" + profile.environment().name().toLowerCase(Locale.ROOT));
  }

  @Override
  protected double computePrefHeight(double width) {
    return why.getText().isEmpty() ? LINE : LINE + 40;
  }

  @Override
  protected void layoutChildren() {
    why.setVisible(!why.getText().isEmpty());
    why.resizeRelocate(2 * GAP, LINE - 2, Math.max(0, getWidth() - 4 * GAP), 36);
    double column = StateColumns.width(geometry.zoomProperty().get(), true);
    double right = list.rowWidth() - 2 * GAP;
    right = place(there, right, column);
    right = place(here, right, column);
    double x = 1.5 * GAP;
    double size = close.prefWidth(-1);
    close.resizeRelocate(x, (LINE - close.prefHeight(-1)) / 2, size, close.prefHeight(-1));
    x += size + GAP;
    double height = words.prefHeight(-1);
    double link = follow.isVisible() ? Math.ceil(follow.prefWidth(-1)) + GAP : 0;
    double width = Math.max(0, Math.min(words.prefWidth(-1), right - GAP - x - link));
    words.resizeRelocate(x, Math.floor((LINE - height) / 2), Math.ceil(width), height);
    double tall = follow.prefHeight(-1);
    follow.resizeRelocate(
        x + Math.ceil(width) + GAP, Math.floor((LINE - tall) / 2), Math.max(0, link - GAP), tall);
  }

  private double place(Label chip, double right, double column) {
    double width = Math.min(column - 4, chip.prefWidth(-1));
    double height = chip.prefHeight(-1);
    chip.resizeRelocate(
        Math.floor(right - width), Math.floor((LINE - height) / 2), Math.ceil(width), height);
    return right - column;
  }
}
