package dev.retort.ui.author;

import dev.retort.ui.author.MergeOutcome.Difference;
import dev.retort.ui.author.MergeOutcome.OrderWords;
import dev.retort.ui.author.MergeOutcome.TouchedWords;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.InquiryPane;
import dev.retort.ui.widget.Nodes;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * Under the message of a merge: whether the schema is the same whichever head comes first, what
 * does not run in which order, and what several of them change.
 */
public final class MergePreviewPane extends VBox {
  private final Consumer<Difference> show;
  private final VBox found = new VBox(12);

  /**
   * The pane of a merge.
   *
   * @param show shows two schemas that are not the same
   */
  MergePreviewPane(MergePreviewModel model, Background background, Consumer<Difference> show) {
    super(8);
    this.show = show;
    found.setId("merge-outcome");
    Button begin = Nodes.button("try-orders", "Try each order");
    begin.setOnAction(event -> model.begin());
    Label words =
        Nodes.wrapped(
            "Databases may apply the branches in either order. A shadow database shows whether"
                + " they end with the same schema; nothing is written.",
            "field-help");
    getChildren()
        .addAll(
            Nodes.label("IN EACH ORDER", "section-title"),
            new InquiryPane<>(
                "merge-orders",
                model.inquiry(),
                background,
                found,
                this::show,
                new VBox(8, words, begin)));
  }

  private void show(MergeOutcome now) {
    found
        .getChildren()
        .setAll(new VerdictLine("merge-verdict", now.sort(), now.verdict(), now.advice()));
    int place = 0;
    for (OrderWords order : now.orders()) {
      found.getChildren().add(order(order, place++));
    }
    for (TouchedWords touched : now.touched()) {
      VBox lines =
          new VBox(2, Nodes.wrapped("More than one changes " + touched.object(), "strong"));
      touched.by().forEach(one -> lines.getChildren().add(Nodes.wrapped(one, "muted")));
      lines.getStyleClass().add("merge-touched");
      found.getChildren().add(lines);
    }
  }

  private Node order(OrderWords order, int place) {
    if (order.difference().isEmpty()) {
      return new VerdictLine("merge-order-" + place, order.sort(), order.words(), order.more());
    }
    Hyperlink what = new Hyperlink("Show what differs");
    what.setId("merge-differs-" + place);
    what.setAccessibleText("Show what differs after " + order.words());
    what.setMinWidth(USE_PREF_SIZE);
    what.setOnAction(event -> show.accept(order.difference().get()));
    return new VerdictLine("merge-order-" + place, order.sort(), order.words(), order.more(), what);
  }
}
