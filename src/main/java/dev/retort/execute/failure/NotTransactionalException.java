package dev.retort.execute.failure;

import dev.retort.plan.Step;
import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Map;

/** The whole run was to be one transaction, but a step cannot be part of one. */
public final class NotTransactionalException extends RunRefusedException {
  private static final long serialVersionUID = 1L;

  /** Names the steps that run outside of transactions. */
  public NotTransactionalException(List<Step> steps) {
    super(
        "not-transactional",
        "The whole run cannot be one transaction: "
            + String.join(", ", ids(steps))
            + (steps.size() == 1 ? " runs" : " run")
            + " outside of transactions.",
        "Run with a transaction per revision, or run up to that revision first.",
        Map.of("revisions", ids(steps)));
  }

  private static List<String> ids(List<Step> steps) {
    return steps.stream().map(step -> step.revision().map(RevisionId::value).orElse("?")).toList();
  }
}
