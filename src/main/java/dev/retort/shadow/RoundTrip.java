package dev.retort.shadow;

import dev.retort.revision.RevisionId;
import dev.retort.shadow.rows.Loss;
import dev.retort.shadow.rows.SampleRows;
import java.util.List;
import java.util.Optional;

/**
 * What came of taking one revision up, down and up again, where everything below it was applied.
 *
 * @param back what is not as it was before the revision, once it was undone
 * @param again what is not as it was after the revision, once it was applied again
 * @param failure why a step did not run
 * @param reason why there is nothing to prove
 * @param rows what became of rows on the way up and down; absent where there were none to lose
 * @param millis how long it took
 */
public record RoundTrip(
    RevisionId revision,
    Verdict verdict,
    List<ObjectChange> back,
    List<ObjectChange> again,
    Optional<Failure> failure,
    Optional<String> reason,
    Optional<Rows> rows,
    long millis) {

  /** Copies the lists. */
  public RoundTrip {
    back = List.copyOf(back);
    again = List.copyOf(again);
  }

  /** How good the way back is, best first. */
  public enum Verdict {
    /** The schema is exactly as it was. */
    EXACT("exact", false),
    /** It is, but that columns stand in another order. */
    COLUMN_ORDER("column-order", false),
    /** There is deliberately no way back. */
    NONE("none", false),
    /** The file says nothing of a way back. */
    MISSING("missing", false),
    /** Something is left behind, missing or other. */
    DIFFERS("differs", true),
    /** The downgrade does not run. */
    DOWN_FAILS("down-fails", true),
    /** The downgrade runs, but the upgrade does not run after it. */
    UP_AGAIN_FAILS("up-again-fails", true),
    /** The upgrade does not run at all. */
    UP_FAILS("up-fails", true),
    /** An earlier revision does not run, so nobody knows. */
    NOT_REACHED("not-reached", true);

    private final String word;
    private final boolean bad;

    Verdict(String word, boolean bad) {
      this.word = word;
      this.bad = bad;
    }

    /** As commands and JSON say it. */
    public String word() {
      return word;
    }

    /** Whether somebody should do something about it. */
    public boolean bad() {
      return bad;
    }
  }

  /** A step that did not run. */
  public record Failure(String code, String message) {}

  /**
   * What became of rows.
   *
   * @param skipped the tables that no sample row could be made for
   * @param losses what the way up and down has lost, changed or left
   * @param failure why it does not even run with rows
   */
  public record Rows(
      List<SampleRows.Skipped> skipped, List<Loss> losses, Optional<Failure> failure) {
    /** Copies the lists. */
    public Rows {
      skipped = List.copyOf(skipped);
      losses = List.copyOf(losses);
    }
  }
}
