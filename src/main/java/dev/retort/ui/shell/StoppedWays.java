package dev.retort.ui.shell;

import dev.retort.engine.PlanRequest;
import dev.retort.plan.Command;
import dev.retort.plan.resume.Choice;
import dev.retort.revision.RevisionId;
import dev.retort.ui.stopped.WaysOn;
import java.util.function.Consumer;

/** Leads from the panel on a step that stopped to the review, or to the target field. */
final class StoppedWays implements WaysOn {
  private final ReviewModel review;
  private final ActionBar actions;
  private final Consumer<PlanRequest> openReview;

  StoppedWays(ReviewModel review, ActionBar actions, Consumer<PlanRequest> openReview) {
    this.review = review;
    this.actions = actions;
    this.openReview = openReview;
  }

  @Override
  public void resume(Choice choice) {
    openReview.accept(PlanRequest.resume(choice));
  }

  @Override
  public void cleanUp() {
    openReview.accept(PlanRequest.cleanup());
  }

  @Override
  public void stamp(RevisionId suggested) {
    review.ask(Command.STAMP, suggested.value());
    actions.toTarget();
  }
}
