package dev.retort.ui.schema;

import dev.retort.schema.ObjectId;
import dev.retort.schema.diff.SchemaChange;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.Nodes;
import dev.retort.ui.widget.objects.ObjectLine;
import dev.retort.ui.widget.objects.ObjectList;
import dev.retort.ui.widget.sql.SqlView;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A schema: the objects in it, or those that changed, and its DDL, in which they are found. */
final class SchemaPane extends BorderPane {
  private final ObjectList list;
  private final SqlView sql;
  private final ToggleButton changed = new ToggleButton();
  private final ToggleButton all = new ToggleButton();
  private final TextField filter = new TextField();
  private final Label facts = Nodes.label("", "muted");
  private final SplitPane split;
  private SchemaAt schema =
      new SchemaAt(new SchemaText("", java.util.Map.of()), List.of(), List.of(), "");
  private List<ObjectId> listed = List.of();

  /**
   * A pane.
   *
   * @param id what the ids of its nodes begin with
   * @param changes whether what changed is told apart from what is there
   * @param lies where the list is: above the DDL, or beside it
   */
  SchemaPane(String id, Background background, boolean changes, Orientation lies) {
    list = new ObjectList(id + "-objects", "Objects of the schema");
    sql = new SqlView(id + "-ddl", background);
    list.onChosen(this::reveal);
    facts.setId(id + "-facts");
    facts.setWrapText(true);
    facts.setMinHeight(USE_PREF_SIZE);
    ToggleGroup group = new ToggleGroup();
    toggle(changed, id + "-changed", group, "left-pill");
    toggle(all, id + "-all", group, "right-pill");
    changed.setSelected(changes);
    all.setSelected(!changes);
    Nodes.show(changed, changes);
    Nodes.show(all, changes);
    filter.setId(id + "-filter");
    filter.setPromptText("Filter");
    filter.setAccessibleText("Filter the objects by name");
    filter.setMinWidth(64);
    filter.textProperty().addListener((observable, before, now) -> list());
    HBox.setHgrow(filter, Priority.ALWAYS);
    HBox bar = new HBox(8, new HBox(changed, all), filter);
    bar.getStyleClass().add("schema-bar");
    BorderPane objects = new BorderPane(list);
    objects.setTop(bar);
    if (lies == Orientation.HORIZONTAL) {
      objects.setMinWidth(280);
    }
    split = new SplitPane(objects, sql);
    split.setOrientation(lies);
    split.setDividerPositions(lies == Orientation.VERTICAL ? 0.3 : 0.28);
    SplitPane.setResizableWithParent(objects, lies == Orientation.VERTICAL);
    setCenter(split);
    setBottom(facts);
    facts.getStyleClass().add("schema-facts");
    getStyleClass().add("schema-pane");
  }

  private void toggle(ToggleButton one, String id, ToggleGroup group, String style) {
    one.setId(id);
    one.setToggleGroup(group);
    one.getStyleClass().addAll(style, "small");
    one.setMinWidth(USE_PREF_SIZE);
    one.setOnAction(
        event -> {
          // One of the two is always chosen.
          one.setSelected(true);
          list();
        });
  }

  /** Shows a schema. */
  void show(SchemaAt now) {
    schema = now;
    changed.setText("Changed here " + now.changes().size());
    all.setText("All " + now.objects().size());
    facts.setText(now.facts());
    sql.show(now.text().text().isEmpty() ? "-- There is nothing in it.\n" : now.text().text());
    list();
  }

  private void list() {
    String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
    if (changed.isSelected()) {
      List<SchemaChange> changes =
          schema.changes().stream().filter(one -> matches(one.id(), wanted)).toList();
      listed = changes.stream().map(SchemaChange::id).toList();
      list.none(schema.changes().isEmpty() ? "It changes no object" : "No object matches");
      list.show(changes.stream().map(ObjectLine::of).toList());
    } else {
      listed = schema.objects().stream().filter(id -> matches(id, wanted)).toList();
      list.none(schema.objects().isEmpty() ? "There is no object" : "No object matches");
      list.show(listed.stream().map(ObjectLine::of).toList());
    }
  }

  private static boolean matches(ObjectId id, String wanted) {
    return wanted.isEmpty() || id.toString().toLowerCase(Locale.ROOT).contains(wanted);
  }

  private void reveal(int index) {
    if (index < listed.size()) {
      schema.text().line(listed.get(index)).ifPresent(sql::reveal);
    }
  }

  /** Brings the keyboard here. */
  void toContent() {
    list.requestFocus();
  }
}
