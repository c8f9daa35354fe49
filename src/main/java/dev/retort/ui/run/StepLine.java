package dev.retort.ui.run;

/**
 * One step of a plan, as the run sees it.
 *
 * @param id the revision, or what a stamp writes
 * @param statements how many are sent
 * @param detail how long it took, or what went wrong; may be empty
 */
public record StepLine(
    String id,
    String message,
    boolean transactional,
    int statements,
    Progress progress,
    String detail) {

  /** How far a step is. */
  public enum Progress {
    WAITING,
    RUNNING,
    DONE,
    FAILED
  }

  StepLine with(Progress now, String words) {
    return new StepLine(id, message, transactional, statements, now, words);
  }
}
