package dev.retort.execute.failure;

import dev.retort.plan.Interruption;
import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The plan is no longer the one that was reviewed, or the database no longer where it starts. */
public final class PlanChangedException extends RunRefusedException {
  private static final long serialVersionUID = 1L;

  private PlanChangedException(String message, Map<String, Object> details) {
    super(
        "plan-changed",
        message,
        "Make the plan again and look at it; nothing was changed.",
        details);
  }

  /** The database has moved since the plan was made. */
  public static PlanChangedException heads(List<RevisionId> planned, List<RevisionId> found) {
    return new PlanChangedException(
        "The database has moved since the plan was made: the plan starts from "
            + words(planned)
            + ", the database is at "
            + words(found)
            + ".",
        Map.of("planned_heads", strings(planned), "heads", strings(found)));
  }

  /**
   * The files no longer say what was reviewed.
   *
   * @param what has changed, a sentence
   */
  public static PlanChangedException files(String what) {
    return new PlanChangedException(what, Map.of());
  }

  /** The plan's content does not give its digest. */
  public static PlanChangedException digest(String reviewed, String found) {
    return new PlanChangedException(
        "The plan is not the one that was reviewed: its digest is "
            + found
            + ", reviewed was "
            + reviewed
            + ".",
        Map.of("reviewed_digest", reviewed, "digest", found));
  }

  /** The step that stopped midway is no longer where the plan goes on. */
  public static PlanChangedException mark(Optional<Interruption> planned, boolean found) {
    return new PlanChangedException(
        planned
            .map(
                mark ->
                    found
                        ? "The plan goes on with the "
                            + mark.display()
                            + "; the mark, or what the database shows of it, has changed since."
                        : "The plan goes on with the "
                            + mark.display()
                            + "; its mark is gone from the database.")
            .orElse("The plan was made while no run had stopped midway."),
        Map.of());
  }

  private static List<String> strings(List<RevisionId> heads) {
    return heads.stream().map(RevisionId::value).toList();
  }

  private static String words(List<RevisionId> heads) {
    return heads.isEmpty() ? "base" : String.join(", ", strings(heads));
  }
}
