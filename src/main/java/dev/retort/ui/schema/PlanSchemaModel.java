package dev.retort.ui.schema;

import dev.retort.engine.Connection;
import dev.retort.plan.Command;
import dev.retort.plan.Direction;
import dev.retort.plan.Plan;
import dev.retort.plan.Step;
import dev.retort.revision.RevisionId;
import dev.retort.schema.Snapshot;
import dev.retort.shadow.Shadow;
import dev.retort.ui.session.ShadowLane;
import dev.retort.ui.task.Background;
import dev.retort.ui.task.Inquiry;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What a plan would make of the schema of the very database it was made for. That database is read
 * and nothing else; the plan runs on a shadow of it.
 */
public final class PlanSchemaModel {
  private final Plan plan;
  private final Connection connection;
  private final Supplier<ShadowLane> lane;
  private final Inquiry<ChangedSchema> inquiry;
  private final Inquiry<ChangedSchema> ofStep;
  private final ReadOnlyObjectWrapper<Optional<Integer>> step =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final AtomicReference<Optional<Snapshot>> schema =
      new AtomicReference<>(Optional.empty());
  private boolean begun;
  private boolean late;

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
    this.ofStep = new Inquiry<>(background);
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
          Snapshot before = before();
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

  /** The schema that the plan was made for; read once. Blocks; any thread. */
  private Snapshot before() {
    return schema
        .updateAndGet(known -> known.or(() -> Optional.of(connection.schema())))
        .orElseThrow();
  }

  /** Whether there is less than the whole plan to be shown. */
  boolean narrows() {
    return plan.steps().size() > 1 && nothing().isEmpty() && !(late && schema.get().isEmpty());
  }

  /** Shows what one step changes, by its 0-based place; without one, the whole plan again. */
  void narrow(Optional<Integer> to) {
    if (to.equals(step.get()) || (to.isPresent() && !narrows())) {
      return;
    }
    if (to.isEmpty()) {
      widen();
      begin();
    } else {
      step.set(to);
      askOf(to.get());
    }
  }

  /** Leaves off with one step; the whole plan is asked about when it is wanted. */
  void widen() {
    step.set(Optional.empty());
    ofStep.forget();
  }

  private void askOf(int place) {
    ShadowLane shadow = lane.get();
    String name = name(place);
    ofStep.ask(
        "Working out what " + name + " changes…",
        (progress, cancellation) -> {
          Snapshot before = before();
          return shadow.ask(
              shadows -> {
                Optional<String> remark = shadows.compareWith(before);
                Shadow.Around around = shadows.around(before, plan, place, cancellation);
                return ChangedSchema.of(
                    "before " + name, around.before(), "after " + name, around.after(), remark);
              },
              progress,
              cancellation);
        });
  }

  /** A step in a word or two. */
  String name(int place) {
    Step one = plan.steps().get(place);
    String id = one.revision().map(RevisionId::value).orElse("step " + (place + 1));
    return one.direction() == Direction.DOWNGRADE ? "undoing " + id : id;
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
    late = true;
    if (ofStep.asking() && schema.get().isEmpty()) {
      widen();
    }
  }

  /** Stops asking. */
  public void leave() {
    inquiry.stop();
    ofStep.stop();
  }

  /** The question. */
  Inquiry<ChangedSchema> inquiry() {
    return inquiry;
  }

  /** The question about one step. */
  Inquiry<ChangedSchema> ofStep() {
    return ofStep;
  }

  /** The step that is shown alone; absent while the whole plan is. */
  ReadOnlyObjectProperty<Optional<Integer>> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** Whether the plan only puts a row into the version table. */
  boolean stamp() {
    return plan.command() == Command.STAMP;
  }
}
