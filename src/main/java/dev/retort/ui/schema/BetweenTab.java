package dev.retort.ui.schema;

import dev.retort.revision.RevisionId;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.InquiryPane;
import dev.retort.ui.widget.objects.ObjectLine;
import dev.retort.ui.widget.objects.ObjectList;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.layout.Region;

/** The tab with the schemas at two revisions beside each other, and what differs in a list. */
public final class BetweenTab extends Tab {
  private final BetweenModel model;
  private final ObjectList list = new ObjectList("between-objects", "Objects that differ");
  private final ChangedPane pane;
  private Optional<RevisionId> from = Optional.empty();
  private Optional<RevisionId> to = Optional.empty();

  /** A tab without revisions. */
  public BetweenTab(BetweenModel model, Background background) {
    super("Schema between");
    this.model = model;
    setId("tab-between");
    setClosable(false);
    pane = new ChangedPane("between", background);
    SplitPane split = new SplitPane(list, pane);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.3);
    list.onChosen(index -> model.inquiry().answer().ifPresent(now -> pane.reveal(now, index)));
    setContent(
        new InquiryPane<>("between", model.inquiry(), background, split, this::show, new Region()));
    selectedProperty().addListener((observable, before, now) -> ask());
  }

  private void show(ChangedSchema now) {
    list.show(now.ddl().entries().stream().map(one -> ObjectLine.of(one.change())).toList());
    pane.show(now);
  }

  /** Is about two other revisions from now on. */
  public void show(RevisionId earlier, RevisionId later) {
    from = Optional.of(earlier);
    to = Optional.of(later);
    ask();
  }

  /** Nothing is shown of it any more. */
  public void leave() {
    from = Optional.empty();
    to = Optional.empty();
    ask();
  }

  private void ask() {
    if (isSelected() && from.isPresent() && to.isPresent()) {
      model.show(from.get(), to.get());
    } else {
      model.leave();
    }
  }
}
