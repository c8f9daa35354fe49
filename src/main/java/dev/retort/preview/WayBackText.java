package dev.retort.preview;

import dev.retort.plan.Direction;
import dev.retort.plan.Plan;
import dev.retort.plan.Step;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.TransactionMode;
import dev.retort.revision.WayBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What would undo a plan, to be read before the plan is run: the other direction of each of its
 * steps, the last first, verbatim.
 *
 * @param script its spans' steps are those of the plan
 * @param without the revisions that cannot be undone, in the order in which they would be
 */
public record WayBackText(SqlScript script, List<Without> without) {

  /**
   * A revision that cannot be undone.
   *
   * @param reason the author's, where it is so on purpose; absent where the file has no downgrade
   */
  public record Without(RevisionId revision, Optional<String> reason) {}

  /** Copies the list. */
  public WayBackText {
    without = List.copyOf(without);
  }

  /**
   * The way back of a plan.
   *
   * @param revisions finds a revision, whose upgrade undoes its downgrade
   */
  public static WayBackText of(Plan plan, Function<RevisionId, Optional<Revision>> revisions) {
    Writer writer = new Writer(revisions);
    for (int index = plan.steps().size() - 1; index >= 0; index--) {
      List<RevisionId> before =
          index == 0 ? plan.headsBefore() : plan.steps().get(index - 1).headsAfter();
      writer.step(plan.steps().get(index), index, before);
    }
    return new WayBackText(new SqlScript(writer.text.toString(), writer.spans), writer.without);
  }

  private static final class Writer {
    private final Function<RevisionId, Optional<Revision>> revisions;
    private final StringBuilder text = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();
    private final List<Without> without = new ArrayList<>();
    private int line = 1;

    Writer(Function<RevisionId, Optional<Revision>> revisions) {
      this.revisions = revisions;
    }

    void step(Step step, int index, List<RevisionId> before) {
      int first = line;
      switch (step.direction()) {
        case UPGRADE -> down(step);
        case DOWNGRADE -> up(step);
        case STAMP -> add("-- Stamp again: " + names(before));
        case CLEANUP -> add("-- What was taken away was of no use; nothing brings it back.");
      }
      spans.add(new Span(first, line - 1, index, -1));
      add("");
    }

    private void down(Step step) {
      RevisionId id = step.revision().orElseThrow();
      switch (step.wayBack()) {
        case WayBack.Downgrade(Script script) -> section(id, Direction.DOWNGRADE, step, script);
        case WayBack.Irreversible(String reason) -> {
          add("-- " + id + ": no way back, on purpose" + (reason.isEmpty() ? "" : ": " + reason));
          without.add(new Without(id, Optional.of(reason)));
        }
        case WayBack.Missing() -> {
          add("-- " + id + ": no way back, the file has no downgrade");
          without.add(new Without(id, Optional.empty()));
        }
      }
    }

    private void up(Step step) {
      RevisionId id = step.revision().orElseThrow();
      revisions
          .apply(id)
          .ifPresentOrElse(
              revision -> section(id, Direction.UPGRADE, step, revision.upgrade()),
              () -> add("-- " + id + ": no file has it any more"));
    }

    private void section(RevisionId id, Direction direction, Step step, Script script) {
      String message = step.message().isEmpty() ? "" : ": " + step.message();
      String mode = script.mode() == TransactionMode.AUTOCOMMIT ? " (autocommit)" : "";
      add("-- " + direction.word() + " " + id + message.lines().findFirst().orElse("") + mode);
      String sql = script.sql().strip();
      add(sql.isEmpty() ? "-- nothing but the version table" : sql);
    }

    private static String names(List<RevisionId> heads) {
      return heads.isEmpty()
          ? "base"
          : String.join(", ", heads.stream().map(RevisionId::value).toList());
    }

    private void add(String more) {
      text.append(more).append('\n');
      line += (int) more.chars().filter(c -> c == '\n').count() + 1;
    }
  }
}
