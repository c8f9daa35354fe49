package dev.retort.ui.shell;

import dev.retort.engine.Connection;
import dev.retort.engine.Project;
import dev.retort.plan.Plan;
import dev.retort.ui.proof.PlanProof;
import dev.retort.ui.proof.PlanProofPane;
import dev.retort.ui.run.RunModel;
import dev.retort.ui.run.RunView;
import dev.retort.ui.schema.PlanSchemaModel;
import dev.retort.ui.schema.PlanSchemaTab;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;

/** What a plan's review shows from other features: what becomes of the schema, and the proof. */
final class ReviewExtras {
  private final PlanSchemaTab schema;
  private final PlanProof proof;
  private final Background background;

  ReviewExtras(
      ProjectSession session,
      Plan plan,
      Project project,
      Connection connection,
      Background background) {
    this.background = background;
    this.schema =
        new PlanSchemaTab(
            new PlanSchemaModel(plan, connection, () -> session.shadows().database(), background),
            background);
    this.proof = new PlanProof(plan, session.roundTrips(), project.graph()::find);
  }

  void addTo(RunView view, RunModel model) {
    view.addTab(1, schema);
    view.addUnderSteps(schema.whatChanges());
    view.onStepChosen(schema::choose);
    if (proof.applies()) {
      view.addToWayBack(new PlanProofPane(proof, background), proof.counts());
    }
    model
        .statusProperty()
        .addListener(
            (observable, before, now) -> {
              if (now == RunModel.Status.RUNNING) {
                schema.running();
              }
            });
  }

  /** The plan is no longer on the screen. */
  void leave() {
    schema.leave();
  }
}
