package dev.retort.execute;

import dev.retort.execute.VersionStore.Committing;
import dev.retort.plan.AppliedHash;
import dev.retort.plan.Interruption;
import dev.retort.plan.Interruption.Reached;
import dev.retort.plan.PlannedStatement;
import dev.retort.plan.Resumption;
import dev.retort.plan.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The mark of one step outside of transactions, as it moves along with the step's statements. */
final class Marks {
  /** Longer ones are not kept in the mark; what became of them is then the user's to say. */
  private static final int LONGEST_SQL = 4000;

  private final VersionStore versions;
  private final Step step;
  private final List<PlannedStatement> section;
  private final Instant now;
  private final Optional<String> who;
  private final AppliedHash applied = new AppliedHash();
  private int hashed;

  /** The mark in the database says that nothing from there on has taken effect. */
  private boolean waiting;

  private boolean left;

  /** The mark of a step from its beginning, or from where it is gone on with. */
  Marks(
      VersionStore versions,
      Step step,
      Optional<Resumption> from,
      Instant now,
      Optional<String> who) {
    this.versions = versions;
    this.step = step;
    this.section = from.map(Resumption::section).orElse(step.statements());
    this.now = now;
    this.who = who;
    this.left = from.isPresent();
    this.waiting =
        from.filter(found -> found.next() == found.interruption().statement())
            .filter(found -> found.interruption().reached() == Reached.WAITING)
            .isPresent();
  }

  /** Whether a mark is in the database. */
  boolean left() {
    return left;
  }

  /**
   * What comes next takes effect together with the next mark, or not at all. Before the first
   * statement no mark says that just as well.
   */
  void waitAt(int number) {
    if (!waiting && left) {
      leave(at(number, Reached.WAITING, List.of()), Committing.ALONE);
    }
    waiting = true;
  }

  /** What comes next may take effect by itself. */
  void underWayAt(int number, List<String> before) {
    leave(at(number, Reached.UNDER_WAY, before), Committing.ALONE);
    waiting = false;
  }

  /**
   * The transaction that a mark was part of was rolled back, so that nothing since has taken
   * effect.
   *
   * @param leftBefore whether a mark was in the database before that transaction
   */
  void undone(boolean leftBefore) {
    left = leftBefore;
    waiting = true;
  }

  /** A statement is done once the open transaction is committed. */
  void doneBefore(int number, Committing committing) {
    leave(at(number, Reached.WAITING, List.of()), committing);
    waiting = true;
  }

  private void leave(Interruption mark, Committing committing) {
    versions.mark(mark, committing);
    left = true;
  }

  private Interruption at(int number, Reached reached, List<String> before) {
    while (hashed < number) {
      applied.add(section.get(hashed++));
    }
    return new Interruption(
        step.revision().orElseThrow(),
        step.direction(),
        number,
        section.size(),
        reached,
        applied.value(),
        applied.each(),
        Optional.of(number)
            .filter(next -> next < section.size())
            .map(next -> section.get(next).sql())
            .filter(sql -> sql.length() <= LONGEST_SQL),
        before,
        now,
        who);
  }
}
