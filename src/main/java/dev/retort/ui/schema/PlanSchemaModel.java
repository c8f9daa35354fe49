package dev.retort.ui.schema;

import dev.retort.engine.Connection;
import dev.retort.plan.Command;
import dev.retort.plan.Plan;
import dev.retort.revision.RevisionId;
import dev.retort.schema.Snapshot;
import dev.retort.ui.session.ShadowLane;
import dev.retort.ui.task.Background;
import dev.retort.ui.task.Inquiry;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a plan would make of the schema of the very database it was made for. That database is read
 * and nothing else; the plan runs on a shadow of it.
 */
public final class PlanSchemaModel {
  private final Plan plan;
  private final Connection connection;
  private final Supplier<ShadowLane> lane;
  private final Inquiry<ChangedSchema> inquiry;
  private boolean begun;

  /**
   * Asks nothing yet.
   *
   * @param lane where to ask about that database
   */
  public PlanSchemaModel(
      Plan plan, Connection connection, Supplier<ShadowLane> lane, Background background) {
    this.plan = plan;
    this.connection = connection;
    this.lane = lane;
    this.inquiry = new Inquiry<>(background);
  }

  /** Why there is nothing to be asked; empty if there is. */
  public String nothing() {
    return switch (plan.command()) {
      case STAMP ->
          "A stamp changes no schema: it writes the version table alone, and nothing is executed.";
      case UPGRADE, DOWNGRADE, RESUME, CLEANUP ->
          plan.steps().isEmpty() ? "There is nothing to do, so nothing changes." : "";
    };
  }

  /** Asks, unless it has been asked already. */
  public void begin() {
    if (begun || !nothing().isEmpty()) {
      return;
    }
    begun = true;
    ShadowLane shadow = lane.get();
    String name = connection.profile().name();
    inquiry.ask(
        "Reading the schema of " + name + "…",
        (progress, cancellation) -> {
          Snapshot before = connection.schema();
          progress.accept("Running the plan on a shadow of " + name + "…");
          return shadow.ask(
              shadows -> {
                Optional<String> remark = shadows.compareWith(before);
                Snapshot after = shadows.after(before, plan, cancellation);
                return ChangedSchema.of(name + " now", before, "after " + heads(), after, remark);
              },
              progress,
              cancellation);
        });
  }

  private String heads() {
    return plan.headsAfter().isEmpty()
        ? "the way down to base"
        : plan.headsAfter().stream().map(RevisionId::value).collect(Collectors.joining(", "));
  }

  /** From now on it would be another database that is looked at: what is not known is too late. */
  public void tooLate() {
    if (inquiry.asking()) {
      inquiry.forget();
    }
    begun = true;
  }

  /** Stops asking. */
  public void leave() {
    inquiry.stop();
  }

  /** The question. */
  Inquiry<ChangedSchema> inquiry() {
    return inquiry;
  }

  /** Whether the plan only puts a row into the version table. */
  boolean stamp() {
    return plan.command() == Command.STAMP;
  }
}
