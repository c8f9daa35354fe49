package dev.retort.ui.run;

import dev.retort.engine.seen.Changed;
import dev.retort.plan.Plan;
import dev.retort.revision.RevisionId;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.Nodes;
import dev.retort.ui.widget.diff.DiffSide;
import dev.retort.ui.widget.diff.DiffView;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The steps whose SQL is another than the one the database last saw, and what has changed in each.
 */
final class ChangedPane extends BorderPane {
  private final Plan plan;
  private final Map<Integer, Changed> changes;
  private final ReadSteps read;
  private final ListView<Integer> list = new ListView<>();
  private final Label words = new Label();
  private final DiffView diff;
  private final BooleanProperty front = new SimpleBooleanProperty(false);

  /** The step whose change the view has on screen; -1 while it has none. */
  private int onScreen = -1;

  ChangedPane(Plan plan, Map<Integer, Changed> changes, Background background, ReadSteps read) {
    this.plan = plan;
    this.changes = Map.copyOf(changes);
    this.read = read;
    this.diff = new DiffView("changed-diff", background);
    words.setId("changed-words");
    words.setWrapText(true);
    HBox banner = new HBox(new FontIcon(Feather.EDIT_3), words);
    banner.getStyleClass().addAll("banner", "banner-warning");
    list.setId("changed-steps");
    list.setAccessibleText("Steps that have changed");
    list.getStyleClass().addAll("step-list", "changed-list");
    list.getItems().setAll(changes.keySet().stream().sorted().toList());
    list.setCellFactory(view -> new StepNumberCell());
    list.setPrefWidth(150);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((observable, before, now) -> showStep(now));
    diff.onShown(this::nowOnScreen);
    front.addListener((observable, before, now) -> seen());
    setTop(new VBox(banner));
    if (changes.size() > 1) {
      setLeft(list);
    }
    setCenter(diff);
    list.getSelectionModel().selectFirst();
  }

  /** The title of a tab with this. */
  static String title(int count) {
    return "Changed since (%d)".formatted(count);
  }

  /** The steps that have changed. */
  Set<Integer> steps() {
    return changes.keySet();
  }

  /** Whether this is the tab in front. */
  BooleanProperty frontProperty() {
    return front;
  }

  /** Shows a step, if it has changed. */
  void choose(int step) {
    if (changes.containsKey(step)) {
      list.getSelectionModel().select(Integer.valueOf(step));
    }
  }

  private void showStep(@Nullable Integer step) {
    Changed changed = step == null ? null : changes.get(step);
    if (step == null || changed == null) {
      return;
    }
    onScreen = -1;
    String last = changed.last().words(ZoneId.systemDefault());
    words.setText(
        changed.before().isPresent()
            ? "%s is no longer what this database last saw: %s.".formatted(id(step), last)
            : "%s is no longer what this database last saw: %s. That text was too long to be kept, so read all of it again."
                .formatted(id(step), last));
    Nodes.show(diff, changed.before().isPresent());
    changed
        .before()
        .ifPresent(
            before ->
                diff.show(
                    new DiffSide(id(step) + " as " + last, before),
                    new DiffSide(id(step) + " as it would run now", changed.now())));
  }

  private void nowOnScreen() {
    Integer step = list.getSelectionModel().getSelectedItem();
    onScreen = step == null || !diff.isVisible() ? -1 : step;
    seen();
  }

  /** A change has been seen once it is on the screen, in the tab in front. */
  private void seen() {
    if (front.get() && onScreen >= 0) {
      read.changeShown(onScreen);
    }
  }

  private String id(int step) {
    return plan.steps().get(step).revision().map(RevisionId::value).orElse("");
  }

  /** A step by its revision. */
  private final class StepNumberCell extends ListCell<Integer> {
    @Override
    protected void updateItem(@Nullable Integer step, boolean empty) {
      super.updateItem(step, empty);
      setText(empty || step == null ? null : id(step));
    }
  }
}
