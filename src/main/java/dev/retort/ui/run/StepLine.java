package dev.retort.ui.run;

/**
 * One step of a plan, as the run sees it.
 *
 * @param id the revision, or what a stamp writes
 * @param statements how many are sent
 * @param detail how long it took, or what went wrong; may be empty
 * @param changed whether its SQL is another than the one the database last saw
 */
public record StepLine(
    String id,
    String message,
    boolean transactional,
    int statements,
    Progress progress,
    String detail,
    boolean changed) {

  /** How far a step is. */
  public enum Progress {
    WAITING,
    RUNNING,
    DONE,
    FAILED
  }

  StepLine with(Progress now, String words) {
    return new StepLine(id, message, transactional, statements, now, words, changed);
  }

  /** The same step, marked as one that has changed. */
  StepLine asChanged() {
    return new StepLine(id, message, transactional, statements, progress, detail, true);
  }
}
