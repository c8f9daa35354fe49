package dev.retort.ui.runs;

import atlantafx.base.controls.CustomTextField;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.FileChoice;
import dev.retort.ui.widget.Nodes;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The screen of runs: filters above, rows, and the selected run with its SQL below. */
public final class RunsView extends BorderPane {
  private final RunsModel model;
  private final FileChoice files;
  private final TableView<?> table;
  private final CustomTextField filter = new CustomTextField();

  /**
   * The screen.
   *
   * @param files asks where to write what is exported
   */
  public RunsView(RunsModel model, Background background, FileChoice files) {
    this.model = model;
    this.files = files;
    setId("runs-page");
    getStyleClass().add("panel");
    this.table = new RunTable(model).node();
    table.setPlaceholder(Nodes.label("No run matches", "muted"));
    SplitPane split = new SplitPane(table, new RunDetail(model, background, files));
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.45);
    Node empty = empty();
    empty.visibleProperty().bind(Bindings.isEmpty(model.all()));
    split.visibleProperty().bind(Bindings.isNotEmpty(model.all()));
    setTop(bar());
    setCenter(new StackPane(split, empty));
    setBottom(notice());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private void key(KeyEvent event) {
    boolean find =
        (event.getCode() == KeyCode.F && event.isShortcutDown())
            || (event.getCode() == KeyCode.SLASH && !filter.isFocused());
    if (find) {
      filter.requestFocus();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && filter.isFocused()) {
      filter.clear();
      table.requestFocus();
      event.consume();
    }
  }

  private HBox bar() {
    filter.setId("runs-filter");
    filter.setLeft(new FontIcon(Feather.SEARCH));
    filter.setPromptText("Filter by id, profile, person, error");
    filter.setAccessibleText("Filter the runs");
    filter.setPrefWidth(300);
    filter.setMinWidth(120);
    filter.textProperty().bindBidirectional(model.filterProperty());
    HBox.setHgrow(filter, Priority.SOMETIMES);
    filter.setMaxWidth(420);
    ComboBox<RunsModel.Ending> ending = new ComboBox<>();
    ending.setId("runs-ending");
    ending.setAccessibleText("How they ended");
    ending.getItems().setAll(RunsModel.Ending.values());
    ending.valueProperty().bindBidirectional(model.endingProperty());
    ending.setMinWidth(USE_PREF_SIZE);
    CheckBox every = new CheckBox("Other projects too");
    every.setId("runs-every-project");
    every.setMinWidth(USE_PREF_SIZE);
    every.selectedProperty().bindBidirectional(model.everyProjectProperty());
    HBox bar = new HBox(filter, ending, every, Nodes.spacer(), export());
    bar.getStyleClass().add("filter-bar");
    bar.visibleProperty().bind(Bindings.isNotEmpty(model.all()));
    bar.managedProperty().bind(bar.visibleProperty());
    return bar;
  }

  private MenuButton export() {
    MenuButton export = new MenuButton("Export", new FontIcon(Feather.DOWNLOAD));
    export.setId("runs-export");
    export.setAccessibleText("Export the runs that are shown");
    export.setMinWidth(USE_PREF_SIZE);
    export
        .getItems()
        .addAll(
            item("These runs as CSV…", "runs.csv", model::exportCsv),
            item("These runs as JSON…", "runs.json", model::exportJson));
    export.disableProperty().bind(Bindings.isEmpty(model.shown()));
    return export;
  }

  private MenuItem item(String text, String name, Consumer<Path> write) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(
        event -> files.choose("Export the runs", name, getScene().getWindow()).ifPresent(write));
    return item;
  }

  private Node empty() {
    Label words =
        Nodes.label(
            "Upgrades, downgrades and stamps made on this machine are listed here,"
                + " with the SQL that ran and how each ended",
            "muted");
    words.setWrapText(true);
    words.setMaxWidth(420);
    words.setTextAlignment(TextAlignment.CENTER);
    FontIcon clock = new FontIcon(Feather.CLOCK);
    clock.getStyleClass().add("empty-icon");
    VBox page = new VBox(clock, Nodes.label("No runs yet", "title"), words);
    page.setId("no-runs");
    page.getStyleClass().add("empty-page");
    return page;
  }

  private HBox notice() {
    Label text = new Label();
    text.setId("runs-notice");
    text.textProperty().bind(model.noticeProperty());
    HBox line = new HBox(text);
    line.getStyleClass().add("status-line");
    model.noticeProperty().subscribe(now -> Nodes.show(line, !now.isEmpty()));
    return line;
  }

  /** Reads the log again, and brings the keyboard to the rows. */
  public void begin() {
    model.load();
    table.requestFocus();
  }
}
