package dev.retort.ui.run;

import java.util.ArrayList;
import java.util.List;

/**
 * One step of a plan, as the run sees it.
 *
 * @param id the revision, or what a stamp writes
 * @param statements how many are sent
 * @param detail how long it took, or what went wrong; may be empty
 * @param changed whether its SQL is another than the one the database last saw
 * @param ticks its last statements, while it runs and where it stopped
 */
public record StepLine(
    String id,
    String message,
    boolean transactional,
    int statements,
    Progress progress,
    String detail,
    boolean changed,
    List<Tick> ticks) {
  /** A step may have any number of statements; those before the last few are but counted. */
  private static final int MOST_TICKS = 5;

  /** How far a step is. */
  public enum Progress {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
  }

  /**
   * A statement under way or over.
   *
   * @param number 1-based
   * @param took in words; empty while it is under way
   */
  public record Tick(int number, String kind, Progress progress, String took) {}

  /** Copies the list. */
  public StepLine {
    ticks = List.copyOf(ticks);
  }

  StepLine with(Progress now, String words) {
    return new StepLine(id, message, transactional, statements, now, words, changed, ticks);
  }

  /** The same step, marked as one that has changed. */
  StepLine asChanged() {
    return new StepLine(id, message, transactional, statements, progress, detail, true, ticks);
  }

  /** The same with no statement begun. */
  StepLine withoutTicks() {
    return withTicks(List.of());
  }

  private StepLine withTicks(List<Tick> now) {
    return new StepLine(id, message, transactional, statements, progress, detail, changed, now);
  }

  /** The same with a statement begun. */
  StepLine begun(int number, String kind) {
    List<Tick> more = new ArrayList<>(ticks);
    more.add(new Tick(number, kind, Progress.RUNNING, ""));
    if (more.size() > MOST_TICKS) {
      more.removeFirst();
    }
    return withTicks(more);
  }

  /** The same with the statement under way over. */
  StepLine ended(Progress how, String took) {
    if (ticks.isEmpty() || ticks.getLast().progress() != Progress.RUNNING) {
      return this;
    }
    List<Tick> more = new ArrayList<>(ticks);
    Tick last = more.removeLast();
    more.add(new Tick(last.number(), last.kind(), how, took));
    return withTicks(more);
  }
}
