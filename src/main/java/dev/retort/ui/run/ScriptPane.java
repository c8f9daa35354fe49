package dev.retort.ui.run;

import dev.retort.preview.Span;
import dev.retort.preview.SqlScript;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.sql.Fold;
import dev.retort.ui.widget.sql.SqlView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.layout.BorderPane;

/** A script of a plan, each step of which can be folded away and found again. */
final class ScriptPane extends BorderPane {
  /** How the preview announces a query of the verify section. */
  private static final String VERIFY = "-- verify";

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

  /** Calls back whenever the reader moves about in the script. */
  void onMovedByHand(Runnable action) {
    view.onMovedByHand(action);
  }

  /** Marks the statement under way, and brings it into view if that is wanted. */
  void current(Optional<RunFeed.At> at, boolean follow) {
    at.flatMap(this::span)
        .ifPresentOrElse(
            span -> view.markCurrent(firstOf(span), lastWithText(span), follow),
            () -> view.markCurrent(0, 0, false));
  }

  /** Marks where a run failed: the word at fault if it is known, the statement, or its step. */
  void failed(Failure failure) {
    Optional<Span> statement = failure.at().flatMap(this::span);
    statement.ifPresentOrElse(
        span ->
            view.markFailed(span.firstLine(), lastWithText(span), offset(span, failure.position())),
        () -> failure.at().ifPresent(at -> reveal(at.step())));
  }

  private Optional<Span> span(RunFeed.At at) {
    return script.spans().stream()
        .filter(span -> span.step() == at.step() && span.statement() == at.statement())
        .findFirst();
  }

  /** The server counts characters of what it was sent, which begins behind our own remark. */
  private int offset(Span span, int position) {
    if (position <= 0) {
      return -1;
    }
    String text = script.text();
    int start = start(firstOf(span));
    int available = text.codePointCount(start, text.length());
    return text.offsetByCodePoints(start, Math.min(position - 1, Math.max(0, available - 1)));
  }

  private int firstOf(Span span) {
    return span.firstLine() + (script.text().startsWith(VERIFY, start(span.firstLine())) ? 1 : 0);
  }

  private int start(int line) {
    int at = 0;
    for (int passed = 1; passed < line; passed++) {
      at = script.text().indexOf('\n', at) + 1;
    }
    return at;
  }

  /** A statement's lines end with an empty one. */
  private static int lastWithText(Span span) {
    return Math.max(span.firstLine(), span.lastLine() - 1);
  }
}
