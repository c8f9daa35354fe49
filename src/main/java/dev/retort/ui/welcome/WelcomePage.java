package dev.retort.ui.welcome;

import dev.retort.engine.Project;
import dev.retort.ui.widget.FolderChooser;
import dev.retort.ui.widget.Nodes;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What to do while no project is open: one of the last ones, another folder, or a new one. */
public final class WelcomePage extends VBox {
  private static final double ROW = 52;

  private final WelcomeModel model;
  private final FolderChooser chooser;
  private final Label title = Nodes.label("Opening…", "title");
  private final Label message = wrapped("muted");
  private final VBox recent = new VBox(8);
  private final HBox ways = new HBox(8);
  private final Label drop = Nodes.label("or drop a folder with SQL migrations here", "muted");

  /** The page of a model. */
  public WelcomePage(WelcomeModel model, FolderChooser chooser) {
    this.model = model;
    this.chooser = chooser;
    setId("empty-page");
    getStyleClass().add("empty-page");
    ways.setAlignment(Pos.CENTER);
    ways.getChildren()
        .addAll(
            way("open-folder", "Open a folder…", Feather.FOLDER, model::open, "accent"),
            way("new-project", "Begin a project…", Feather.FOLDER_PLUS, model::begin));
    Label trouble = wrapped("danger-text");
    trouble.setId("welcome-trouble");
    trouble.textProperty().bind(model.troubleProperty());
    trouble.visibleProperty().bind(trouble.textProperty().isNotEmpty());
    trouble.managedProperty().bind(trouble.visibleProperty());
    FontIcon sign = new FontIcon(Feather.DROPLET);
    sign.getStyleClass().add("empty-icon");
    getChildren().addAll(sign, title, message, ways, drop, trouble, recent);
    recent.getChildren().addAll(Nodes.label("OPENED BEFORE", "section-title"), list());
    recent.getStyleClass().add("recent");
    recent
        .visibleProperty()
        .bind(Bindings.isNotEmpty(model.projects()).and(ways.visibleProperty()));
    setOnDragOver(this::dragged);
    setOnDragDropped(this::dropped);
    recent.managedProperty().bind(recent.visibleProperty());
    waiting();
  }

  /** A project is being opened. */
  public void waiting() {
    say("Opening…", "", false);
  }

  /** There is no project, and why; the buttons say what to do about it. */
  public void none(String why) {
    say("No project is open", why, true);
  }

  private void say(String heading, String why, boolean offers) {
    title.setText(heading);
    message.setText(why);
    Nodes.show(message, !why.isEmpty());
    Nodes.show(ways, offers);
    Nodes.show(drop, offers);
  }

  private Button way(String id, String text, Feather icon, Consumer<Path> then, String... styles) {
    Button button = Nodes.button(id, text, styles);
    button.setGraphic(new FontIcon(icon));
    button.setOnAction(
        event -> chooser.choose(text.replace("…", ""), getScene().getWindow()).ifPresent(then));
    return button;
  }

  private ListView<Path> list() {
    ListView<Path> list = new ListView<>(model.projects());
    list.setId("recent-projects");
    list.setAccessibleText("Projects that were opened before");
    list.getStyleClass().add("recent-list");
    list.setFixedCellSize(ROW);
    list.prefHeightProperty().bind(Bindings.size(model.projects()).multiply(ROW).add(6));
    list.setCellFactory(view -> new RecentCell());
    list.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, list));
    VBox.setVgrow(list, Priority.SOMETIMES);
    return list;
  }

  private void pressed(KeyEvent event, ListView<Path> list) {
    Optional<Path> selected = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    if (event.getCode() == KeyCode.ENTER) {
      selected.ifPresent(model::open);
      event.consume();
    } else if (event.getCode() == KeyCode.DELETE) {
      selected.ifPresent(model::forget);
      event.consume();
    }
  }

  private void dragged(DragEvent event) {
    if (folder(event).isPresent()) {
      event.acceptTransferModes(TransferMode.LINK, TransferMode.COPY, TransferMode.MOVE);
    }
    event.consume();
  }

  private void dropped(DragEvent event) {
    Optional<Path> folder = folder(event);
    folder.ifPresent(model::open);
    event.setDropCompleted(folder.isPresent());
    event.consume();
  }

  /** What was dragged here: a folder, or a file that stands for the one it is in. */
  private static Optional<Path> folder(DragEvent event) {
    List<File> files =
        event.getDragboard().hasFiles() ? event.getDragboard().getFiles() : List.of();
    return files.stream()
        .findFirst()
        .map(File::toPath)
        .map(path -> Files.isDirectory(path) ? path : path.toAbsolutePath().getParent());
  }

  private static Label wrapped(String style) {
    Label label = Nodes.label("", style);
    label.setWrapText(true);
    label.setTextAlignment(TextAlignment.CENTER);
    label.setMaxWidth(640);
    return label;
  }

  /** A project's name above its folder; one click opens it. */
  private final class RecentCell extends ListCell<Path> {
    private final Label name = Nodes.label("", "strong");
    private final Label folder = Nodes.label("", "muted", "mono");
    private final Button forget =
        Nodes.iconButton("", Feather.X, "Take it off this list; its files stay as they are");
    private final HBox row;

    RecentCell() {
      VBox words = new VBox(2, name, folder);
      HBox.setHgrow(words, Priority.ALWAYS);
      folder.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      words.setMinWidth(0);
      forget.setOnAction(event -> model.forget(getItem()));
      forget.visibleProperty().bind(hoverProperty().or(selectedProperty()));
      row = new HBox(12, new FontIcon(Feather.GIT_BRANCH), words, forget);
      row.setAlignment(Pos.CENTER_LEFT);
      setOnMouseClicked(
          event -> {
            if (!isEmpty()) {
              model.open(getItem());
            }
          });
    }

    @Override
    protected void updateItem(@Nullable Path root, boolean empty) {
      super.updateItem(root, empty);
      setText(null);
      if (root == null || empty) {
        setGraphic(null);
        return;
      }
      name.setText(Project.name(root));
      folder.setText(root.toString());
      setAccessibleText("Open " + Project.name(root) + " in " + root);
      setGraphic(row);
    }
  }
}
