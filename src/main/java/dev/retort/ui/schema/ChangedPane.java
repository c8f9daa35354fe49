package dev.retort.ui.schema;

import dev.retort.ui.task.Background;
import dev.retort.ui.widget.Nodes;
import dev.retort.ui.widget.diff.DiffSide;
import dev.retort.ui.widget.diff.DiffView;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** The DDL of what is not the same in two schemas, beside each other. */
final class ChangedPane extends BorderPane {
  private final DiffView diff;
  private final Label same = Nodes.label("The schemas are the same.", "muted");
  private final Label remark = Nodes.label("", "schema-facts");

  ChangedPane(String id, Background background) {
    diff = new DiffView(id + "-diff", background);
    same.setId(id + "-same");
    remark.setId(id + "-remark");
    remark.setWrapText(true);
    remark.setMinHeight(USE_PREF_SIZE);
    setCenter(new StackPane(diff, same));
    setBottom(remark);
    Nodes.show(same, false);
    Nodes.show(remark, false);
  }

  void show(ChangedSchema now) {
    diff.show(
        new DiffSide(now.before(), now.ddl().before()),
        new DiffSide(now.after(), now.ddl().after()));
    Nodes.show(diff, !now.same());
    Nodes.show(same, now.same());
    remark.setText(now.remark().orElse(""));
    Nodes.show(remark, now.remark().isPresent());
  }

  /** Brings an object into view. */
  void reveal(ChangedSchema of, int index) {
    if (index < of.ddl().entries().size()) {
      var entry = of.ddl().entries().get(index);
      diff.reveal(entry.lineBefore(), entry.lineAfter());
    }
  }

  /** Brings the keyboard here. */
  void toContent() {
    diff.toContent();
  }
}
