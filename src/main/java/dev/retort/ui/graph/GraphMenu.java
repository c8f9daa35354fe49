package dev.retort.ui.graph;

import dev.retort.plan.Command;
import dev.retort.revision.RevisionId;
import dev.retort.ui.graph.picture.GhostRow;
import dev.retort.ui.graph.picture.GraphRow;
import dev.retort.ui.graph.picture.RevisionRow;
import dev.retort.ui.graph.picture.RunRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What can be done with a row: made anew each time for the row it is opened on. */
final class GraphMenu {
  private final GraphModel model;
  private final GraphList list;
  private final GraphActions actions;
  private Optional<ContextMenu> open = Optional.empty();

  GraphMenu(GraphModel model, GraphList list, GraphActions actions) {
    this.model = model;
    this.list = list;
    this.actions = actions;
    list.setOnContextMenuRequested(
        event ->
            list.row()
                .ifPresent(
                    row -> {
                      open.ifPresent(ContextMenu::hide);
                      ContextMenu menu = menu(row);
                      open = Optional.of(menu);
                      menu.show(list, event.getScreenX(), event.getScreenY());
                      event.consume();
                    }));
  }

  /** The menu of a row. */
  ContextMenu menu(GraphRow row) {
    ContextMenu menu = new ContextMenu();
    menu.setId("graph-menu");
    menu.getItems().setAll(items(row));
    return menu;
  }

  private List<MenuItem> items(GraphRow row) {
    return switch (row) {
      case RevisionRow revision -> items(revision);
      case GhostRow ghost -> List.of(compare(row), copy(row.id()));
      case RunRow run -> {
        MenuItem unfold = item("unfold", "Show these revisions", Feather.MAXIMIZE_2);
        unfold.setOnAction(event -> model.unfold(run));
        yield List.of(unfold);
      }
    };
  }

  private List<MenuItem> items(RevisionRow row) {
    List<MenuItem> items = new ArrayList<>();
    boolean known = model.source().position().getValue().isPresent();
    items.add(
        target("upgrade-here", "Upgrade to here", "U", Feather.ARROW_UP, Command.UPGRADE, row));
    items.add(
        target(
            "downgrade-here",
            "Downgrade to here",
            "D",
            Feather.ARROW_DOWN,
            Command.DOWNGRADE,
            row));
    items.add(target("stamp-here", "Stamp here", "S", Feather.BOOKMARK, Command.STAMP, row));
    items.forEach(item -> item.setDisable(!known));
    items.add(new SeparatorMenuItem());
    items.addAll(authoring(row));
    items.add(new SeparatorMenuItem());
    MenuItem prove = item("prove-here", "Prove the way back", Feather.ROTATE_CCW);
    prove.setOnAction(event -> actions.prove(Set.of(row.id())));
    prove.setDisable(row.noWayBack());
    MenuItem all = item("prove-all", "Prove all ways back", Feather.ROTATE_CCW);
    all.setOnAction(event -> actions.prove(Set.of()));
    items.addAll(List.of(prove, all, new SeparatorMenuItem()));
    items.add(compare(row));
    MenuItem edit = item("edit-file", "Edit the file", Feather.EDIT_2);
    edit.setAccelerator(KeyCombination.valueOf("E"));
    edit.setOnAction(event -> actions.edit(row.id()));
    MenuItem file = item("open-file", "Open in my own editor", Feather.EXTERNAL_LINK);
    file.setOnAction(event -> actions.openFile(row.id()));
    boolean none =
        model.graph().flatMap(graph -> graph.find(row.id())).flatMap(one -> one.file()).isEmpty();
    edit.setDisable(none);
    file.setDisable(none);
    items.add(edit);
    items.add(file);
    items.add(copy(row.id()));
    return items;
  }

  /** What writes files: on one revision, or on two that are selected. */
  private List<MenuItem> authoring(RevisionRow row) {
    List<RevisionId> selected =
        model.selectedProperty().get().stream()
            .filter(one -> one instanceof RevisionRow)
            .map(GraphRow::id)
            .toList();
    List<MenuItem> items = new ArrayList<>();
    MenuItem fresh = item("new-revision-here", "New revision on this…", Feather.FILE_PLUS);
    fresh.setOnAction(event -> actions.newRevision(Optional.of(row.id())));
    items.add(fresh);
    if (selected.size() == 2) {
      MenuItem merge = item("merge-selected", "Merge these two…", Feather.GIT_MERGE);
      merge.setOnAction(event -> actions.merge(selected));
      items.add(merge);
      MenuItem squash =
          item("squash-selected", "Squash from one to the other…", Feather.MINIMIZE_2);
      squash.setOnAction(event -> actions.squash(selected));
      squash.setDisable(!inLine(selected.getFirst(), selected.getLast()));
      items.add(squash);
    }
    MenuItem rebase =
        item(
            "rebase-selected",
            selected.size() == 2
                ? "Rebase %s onto %s…".formatted(selected.getFirst(), selected.getLast())
                : "Rebase this…",
            Feather.SHUFFLE);
    rebase.setOnAction(
        event -> actions.rebase(selected.size() == 2 ? selected : List.of(row.id())));
    items.add(rebase);
    return items;
  }

  /** Whether one stands on the other. */
  private boolean inLine(RevisionId one, RevisionId other) {
    return model
        .graph()
        .filter(
            graph ->
                graph.ancestors(List.of(one), true).contains(other)
                    || graph.ancestors(List.of(other), true).contains(one))
        .isPresent();
  }

  private MenuItem target(
      String id, String text, String key, Feather icon, Command command, RevisionRow row) {
    MenuItem item = item(id, text, icon);
    item.setAccelerator(KeyCombination.valueOf(key));
    item.setOnAction(event -> actions.target(command, row.id()));
    return item;
  }

  /** The rows that one usually wants to hold another against: databases and heads. */
  private MenuItem compare(GraphRow row) {
    Menu menu = new Menu("Compare with", new FontIcon(Feather.COLUMNS));
    menu.setId("compare-with");
    for (GraphRow other : model.pictureProperty().get().rows()) {
      boolean head = other instanceof RevisionRow revision && revision.head();
      if (menu.getItems().size() < 12
          && !other.id().equals(row.id())
          && (head || !other.databases().isEmpty())) {
        MenuItem item = new MenuItem(other.id() + "  " + landmark(other, head));
        item.setOnAction(
            event -> model.pictureProperty().get().rowOf(other.id()).ifPresent(list::add));
        menu.getItems().add(item);
      }
    }
    menu.setDisable(menu.getItems().isEmpty());
    return menu;
  }

  private static String landmark(GraphRow row, boolean head) {
    return row.databases().isEmpty()
        ? "head"
        : row.databases().getFirst().profile() + (head ? ", head" : "");
  }

  private static MenuItem copy(RevisionId id) {
    MenuItem item = item("copy-id", "Copy the id", Feather.COPY);
    item.setOnAction(
        event ->
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, id.value())));
    return item;
  }

  private static MenuItem item(String id, String text, Feather icon) {
    MenuItem item = new MenuItem(text, new FontIcon(icon));
    item.setId(id);
    return item;
  }
}
