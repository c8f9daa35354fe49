package dev.retort.ui.run;

import dev.retort.preview.Span;
import dev.retort.preview.SqlScript;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.sql.Fold;
import dev.retort.ui.widget.sql.SqlView;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.layout.BorderPane;

/** A script of a plan, each step of which can be folded away and found again. */
final class ScriptPane extends BorderPane {
  private final SqlView view;
  private final SqlScript script;

  ScriptPane(String id, SqlScript script, Background background) {
    this.script = script;
    this.view = new SqlView(id, background);
    view.show(script.text(), folds(script));
    setCenter(view);
  }

  /** From the first line of each step to its last. */
  private static List<Fold> folds(SqlScript script) {
    Map<Integer, int[]> steps = new TreeMap<>();
    for (Span span : script.spans()) {
      int[] lines = steps.computeIfAbsent(span.step(), key -> new int[] {span.firstLine(), 0});
      lines[0] = Math.min(lines[0], span.firstLine());
      lines[1] = Math.max(lines[1], span.lastLine());
    }
    return steps.values().stream()
        .filter(lines -> lines[1] > lines[0])
        .map(lines -> new Fold(lines[0], lines[1]))
        .toList();
  }

  /** Brings a step into view. */
  void reveal(int step) {
    script.spans().stream()
        .filter(span -> span.step() == step)
        .findFirst()
        .ifPresent(span -> view.reveal(span.firstLine()));
  }

  /** Marks a statement as the one that failed, or shows its step where it has no such statement. */
  void failed(int step, int statement) {
    script.spans().stream()
        .filter(span -> span.step() == step && span.statement() == statement)
        .findFirst()
        .ifPresentOrElse(
            span -> view.markFailed(span.firstLine(), lastWithText(span)), () -> reveal(step));
  }

  /** A statement's lines end with an empty one. */
  private static int lastWithText(Span span) {
    return Math.max(span.firstLine(), span.lastLine() - 1);
  }
}
