package dev.retort.shadow;

import dev.retort.problem.RetortException;
import dev.retort.schema.Snapshot;
import dev.retort.shadow.RoundTrip.Failure;
import dev.retort.shadow.rows.Contents;
import dev.retort.shadow.rows.RowSession;
import dev.retort.shadow.rows.SampleRows;
import java.util.List;
import java.util.Optional;

/** A way up and down with sample rows in the tables. */
final class RowTrip {
  private final Workspace workspace;
  private final Snapshot before;
  private final Optional<Snapshot> expected;

  /**
   * A trip that is yet to be made.
   *
   * @param expected the schema afterwards, where it is known already
   */
  RowTrip(Workspace workspace, Snapshot before, Optional<Snapshot> expected) {
    this.expected = expected;
    this.workspace = workspace;
    this.before = before;
  }

  /** What becomes of rows; none where there are no tables to put them in. */
  Optional<RoundTrip.Rows> go(Runnable upAndDown) {
    List<SampleRows.Skipped> skipped;
    Contents was;
    try (RowSession session = workspace.rows()) {
      skipped = new SampleRows(before, session).fill();
      was = Contents.read(before, session);
    }
    if (was.empty()) {
      return Optional.empty();
    }
    try {
      upAndDown.run();
    } catch (RetortException e) {
      Verification.requireConnected(e);
      return Optional.of(
          new RoundTrip.Rows(
              skipped, List.of(), Optional.of(new Failure(e.code(), OnShadow.words(e)))));
    }
    Snapshot after = expected.orElseGet(workspace::snapshot);
    try (RowSession session = workspace.rows()) {
      return Optional.of(
          new RoundTrip.Rows(skipped, Contents.read(after, session).since(was), Optional.empty()));
    }
  }
}
