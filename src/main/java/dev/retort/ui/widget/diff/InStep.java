package dev.retort.ui.widget.diff;

import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.reactfx.value.Var;

/**
 * Two columns that scroll in step. One of them leads, the one that the reader is at work in, and
 * the other follows; were each to follow the other, two answers under way could chase each other
 * for ever.
 */
final class InStep {
  private final VirtualizedScrollPane<DiffArea> first;
  private final VirtualizedScrollPane<DiffArea> second;
  private boolean firstLeads;

  InStep(VirtualizedScrollPane<DiffArea> first, VirtualizedScrollPane<DiffArea> second) {
    this.first = first;
    this.second = second;
    first.setVbarPolicy(ScrollBarPolicy.NEVER);
    both(first, second, true);
    both(second, first, false);
  }

  /** The second column leads from now on, whatever the reader was at work in. */
  void secondLeads() {
    firstLeads = false;
  }

  private void both(
      VirtualizedScrollPane<DiffArea> one, VirtualizedScrollPane<DiffArea> other, boolean isFirst) {
    one.addEventFilter(ScrollEvent.SCROLL, event -> firstLeads = isFirst);
    one.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> firstLeads = isFirst);
    one.addEventFilter(KeyEvent.KEY_PRESSED, event -> firstLeads = isFirst);
    follow(isFirst, one.estimatedScrollXProperty(), other.estimatedScrollXProperty());
    follow(isFirst, one.estimatedScrollYProperty(), other.estimatedScrollYProperty());
    // With a bar under one column alone, the two would not be of one height.
    one.totalWidthEstimateProperty().addListener((value, before, now) -> bars());
    one.widthProperty().addListener((value, before, now) -> bars());
  }

  private void follow(boolean isFirst, Var<Double> leads, Var<Double> follows) {
    leads.addListener(
        (value, before, now) -> {
          if (firstLeads == isFirst && Math.abs(follows.getValue() - now) > 0.5) {
            follows.setValue(now);
          }
        });
  }

  private void bars() {
    boolean needed = tooWide(first) || tooWide(second);
    ScrollBarPolicy policy = needed ? ScrollBarPolicy.ALWAYS : ScrollBarPolicy.NEVER;
    first.setHbarPolicy(policy);
    second.setHbarPolicy(policy);
  }

  private static boolean tooWide(VirtualizedScrollPane<DiffArea> pane) {
    return pane.getWidth() > 0
        && pane.totalWidthEstimateProperty().getOrElse(0.0) > pane.getWidth();
  }
}
