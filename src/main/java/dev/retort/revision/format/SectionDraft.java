package dev.retort.revision.format;

import dev.retort.sql.StatementClass.TransactionControl;
import dev.retort.sql.StatementClass.TransactionControl.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A section while its file is being read: where it lies and what it holds of transaction control,
 * which cannot be judged before its end.
 */
final class SectionDraft {

  /** One statement that begins or ends a transaction. */
  record Control(int index, int start, int end, Effect effect) {}

  private final Optional<Mark> mark;
  private final int from;
  private final List<Control> controls = new ArrayList<>();
  private int to;
  private int statements;
  private int firstStatement;

  /**
   * A section that begins.
   *
   * @param mark what it begins with; absent for what stands before all marks
   * @param from where its SQL starts
   */
  SectionDraft(Optional<Mark> mark, int from) {
    this.mark = mark;
    this.from = from;
    this.to = from;
  }

  void add(int start) {
    firstStatement = statements == 0 ? start : firstStatement;
    statements++;
  }

  void addControl(int start, int end, TransactionControl control) {
    controls.add(new Control(statements, start, end, control.effect()));
    add(start);
  }

  void close(int end) {
    to = Math.max(from, end);
  }

  Optional<Mark> mark() {
    return mark;
  }

  /** The mark's options; the usual ones where those given are not known. */
  SectionOptions options() {
    return mark.flatMap(SectionOptions::of).orElse(SectionOptions.DEFAULT);
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  boolean hasStatements() {
    return statements > 0;
  }

  int firstStatement() {
    return firstStatement;
  }

  /** All transaction control. */
  List<Control> controls() {
    return controls;
  }

  /** Transaction control but a plain BEGIN and COMMIT around all the rest, which are left out. */
  List<Control> strayControls() {
    boolean wrapped =
        controls.size() >= 2
            && isAt(controls.getFirst(), 0, Effect.PLAIN_BEGIN)
            && isAt(controls.getLast(), statements - 1, Effect.PLAIN_COMMIT);
    return wrapped ? controls.subList(1, controls.size() - 1) : controls;
  }

  private static boolean isAt(Control control, int index, Effect effect) {
    return control.index() == index && control.effect() == effect;
  }
}
