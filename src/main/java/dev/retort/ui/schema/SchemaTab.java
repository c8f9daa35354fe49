package dev.retort.ui.schema;

import dev.retort.revision.RevisionId;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.InquiryPane;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.layout.Region;

/** The tab with the schema at a revision; nothing is worked out before it is opened. */
public final class SchemaTab extends Tab {
  private final SchemaModel model;
  private Optional<RevisionId> revision = Optional.empty();

  /** A tab without a revision. */
  public SchemaTab(SchemaModel model, Background background) {
    super("Schema");
    this.model = model;
    setId("tab-schema");
    setClosable(false);
    selectedProperty()
        .addListener(
            (observable, before, now) -> {
              if (getContent() == null) {
                setContent(content(model, background));
              }
              ask();
            });
  }

  private static Node content(SchemaModel model, Background background) {
    SchemaPane pane = new SchemaPane("schema", background, true, Orientation.VERTICAL);
    return new InquiryPane<>("schema", model.inquiry(), background, pane, pane::show, new Region());
  }

  /** Is about another revision from now on; none while something else is shown. */
  public void show(Optional<RevisionId> one) {
    revision = one;
    ask();
  }

  private void ask() {
    model.show(isSelected() ? revision : Optional.empty());
  }
}
