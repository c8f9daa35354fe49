package dev.retort.ui.graph;

import atlantafx.base.controls.CustomTextField;
import dev.retort.lanes.drawing.GraphFormat;
import dev.retort.profile.Profile;
import dev.retort.ui.graph.picture.RowKind;
import dev.retort.ui.widget.Nodes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above the rows: filter by text, kind and label; compare with another database; go to; fold. */
final class GraphBar extends HBox {
  private static final double WIDE = 560;
  private static final double NARROW = 430;

  private final GraphModel model;
  private final CustomTextField text = new CustomTextField();
  private final MenuButton kind = new MenuButton();
  private final MenuButton compare = new MenuButton("Compare", new FontIcon(Feather.DATABASE));
  private boolean wide = true;

  /**
   * The bar.
   *
   * @param toRows brings the keyboard to the rows
   */
  GraphBar(GraphModel model, JumpMenu jump, GraphActions actions, Runnable toRows) {
    this.model = model;
    getStyleClass().add("filter-bar");
    filterField(toRows);
    kind.setId("filter-kind");
    compare.setId("compare-database");
    compare.setAccessibleText("Show another database beside this one");
    compare.setTooltip(new Tooltip("Show another database beside this one"));
    for (MenuButton button : new MenuButton[] {kind, compare}) {
      button.setMinWidth(USE_PREF_SIZE);
    }
    ToggleButton fold =
        toggle("fold", Feather.MINIMIZE_2, "Fold long straight stretches into a row each");
    fold.selectedProperty().bindBidirectional(model.foldingProperty());
    ToggleButton lineage =
        toggle("lineage", Feather.GIT_BRANCH, "Dim what is not in the selected revision's line");
    lineage.selectedProperty().bindBidirectional(model.lineageProperty());
    getChildren().addAll(text, kind, compare, jump.button(), fold, lineage, more(actions));
    // Where room is short it goes to the filter; the rest is in the palette as well.
    widthProperty()
        .subscribe(
            width -> {
              wide = width.doubleValue() >= WIDE;
              nameCompare();
              Nodes.show(fold, width.doubleValue() >= NARROW);
              Nodes.show(lineage, width.doubleValue() >= NARROW);
            });
    List<Observable> filters = List.of(model.kindProperty(), model.labelProperty(), model.labels());
    filters.forEach(source -> source.addListener(observable -> fillKinds()));
    List<Observable> databases =
        List.of(model.source().profiles(), model.source().profile(), model.source().otherProfile());
    databases.forEach(source -> source.addListener(observable -> fillProfiles()));
    fillProfiles();
  }

  /** What makes files: a new revision, and the graph as a picture. */
  private static MenuButton more(GraphActions actions) {
    MenuButton more = new MenuButton("", new FontIcon(Feather.PLUS));
    more.setId("graph-more");
    more.setAccessibleText("New revision, export");
    more.setTooltip(new Tooltip("New revision, export"));
    more.getStyleClass().addAll("button-icon", "no-arrow");
    more.setMinWidth(USE_PREF_SIZE);
    MenuItem fresh = new MenuItem("New revision…", new FontIcon(Feather.FILE_PLUS));
    fresh.setId("new-revision");
    fresh.setOnAction(event -> actions.newRevision(Optional.empty()));
    more.getItems().addAll(fresh, new SeparatorMenuItem());
    for (GraphFormat format : GraphFormat.values()) {
      MenuItem item =
          new MenuItem("Export as " + format.words() + "…", new FontIcon(Feather.DOWNLOAD));
      item.setId("export-" + format.word());
      item.setOnAction(event -> actions.export(format));
      more.getItems().add(item);
    }
    return more;
  }

  private void filterField(Runnable toRows) {
    text.setId("revision-filter");
    // Half a sentence is worse than one word.
    text.widthProperty()
        .subscribe(
            width ->
                text.setPromptText(
                    width.doubleValue() > 232 ? "Filter by id, message, label…" : "Filter"));
    text.setAccessibleText("Filter revisions");
    text.setLeft(new FontIcon(Feather.SEARCH));
    Button clear = Nodes.iconButton("clear-filter", Feather.X, "Show all revisions again");
    clear.getStyleClass().add("in-field");
    clear.setOnAction(event -> model.clearFilter());
    clear.visibleProperty().bind(text.textProperty().isNotEmpty());
    text.setRight(clear);
    text.setMinWidth(96);
    text.setPrefWidth(200);
    text.textProperty().bindBidirectional(model.textProperty());
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    text.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !text.getText().isEmpty()) {
            text.clear();
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE
              || (event.getCode() == KeyCode.ENTER && !event.isShortcutDown())
              || event.getCode() == KeyCode.DOWN) {
            toRows.run();
            event.consume();
          }
        });
  }

  private static ToggleButton toggle(String id, Feather icon, String what) {
    ToggleButton toggle = new ToggleButton("", new FontIcon(icon));
    toggle.setId(id);
    toggle.setAccessibleText(what);
    toggle.setTooltip(new Tooltip(what));
    toggle.getStyleClass().addAll("button-icon", "graph-toggle");
    return toggle;
  }

  /** What kinds of rows there are to choose from, then the branches. */
  private void fillKinds() {
    RowKind now = model.kindProperty().get();
    Optional<String> branch = model.labelProperty().get();
    String words =
        branch.map(one -> now == RowKind.ALL ? one : now.words() + ", " + one).orElse(now.words());
    kind.setText(words);
    kind.setAccessibleText("Show: " + words);
    kind.getItems().clear();
    boolean comparing = model.source().otherProfile().getValue().isPresent();
    for (RowKind one : RowKind.values()) {
      if (one != RowKind.DIFFERENT || comparing) {
        kind.getItems().add(choice(one.words(), one == now, () -> model.kindProperty().set(one)));
      }
    }
    if (model.labels().isEmpty()) {
      return;
    }
    kind.getItems().add(new SeparatorMenuItem());
    kind.getItems()
        .add(
            choice(
                "Any branch", branch.isEmpty(), () -> model.labelProperty().set(Optional.empty())));
    for (String one : model.labels()) {
      kind.getItems()
          .add(
              choice(
                  "Branch " + one,
                  branch.equals(Optional.of(one)),
                  () -> model.labelProperty().set(Optional.of(one))));
    }
  }

  private void fillProfiles() {
    Optional<Profile> chosen = model.source().otherProfile().getValue();
    Optional<Profile> here = model.source().profile().getValue();
    nameCompare();
    compare.getItems().clear();
    for (Profile one : model.source().profiles()) {
      if (!here.equals(Optional.of(one))) {
        String words = one.name() + "  " + one.environment().name().toLowerCase(Locale.ROOT);
        compare
            .getItems()
            .add(
                choice(
                    words,
                    chosen.equals(Optional.of(one)),
                    () -> model.source().showBeside(Optional.of(one))));
      }
    }
    if (chosen.isPresent()) {
      MenuItem none = new MenuItem("This database alone");
      none.setOnAction(event -> model.source().showBeside(Optional.empty()));
      compare.getItems().addAll(new SeparatorMenuItem(), none);
    }
    compare.setDisable(compare.getItems().isEmpty());
    fillKinds();
  }

  private void nameCompare() {
    Optional<Profile> chosen = model.source().otherProfile().getValue();
    compare.setText(chosen.map(Profile::name).orElse(wide ? "Compare" : ""));
  }

  private static MenuItem choice(String words, boolean chosen, Runnable action) {
    RadioMenuItem item = new RadioMenuItem(words);
    item.setSelected(chosen);
    item.setOnAction(event -> action.run());
    return item;
  }

  /** The field that filters. */
  TextField field() {
    return text;
  }
}
