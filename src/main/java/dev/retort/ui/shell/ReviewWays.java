package dev.retort.ui.shell;

import dev.retort.engine.PlanRequest;
import dev.retort.engine.Position;
import dev.retort.plan.resume.Choice;
import dev.retort.revision.RevisionId;
import dev.retort.ui.run.Failure;
import dev.retort.ui.run.RunActions;
import dev.retort.ui.run.WayOn;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.shell.ReviewDesk.Prepared;
import dev.retort.ui.stopped.StoppedPanel;
import dev.retort.ui.stopped.WaysOn;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Where one can go from a plan under review, and from its run once that is over. */
final class ReviewWays implements RunActions, WaysOn {
  private final ProjectSession session;
  private final Prepared prepared;
  private final Exits exits;

  /**
   * How to get out of a review.
   *
   * @param openReview plans something else and reviews it
   */
  record Exits(
      Runnable leave, Runnable reviewAgain, Consumer<PlanRequest> openReview, MainPage graph) {}

  ReviewWays(ProjectSession session, Prepared prepared, Exits exits) {
    this.session = session;
    this.prepared = prepared;
    this.exits = exits;
  }

  @Override
  public void leave() {
    exits.leave().run();
  }

  @Override
  public void reviewAgain() {
    exits.reviewAgain().run();
  }

  @Override
  public void open(Failure.FilePlace place) {
    exits.leave().run();
    exits.graph().edit(place.file(), place.line());
  }

  @Override
  public Undo undo() {
    return new Undo(prepared.undo().request().map(this::wayBack), prepared.undo().words());
  }

  /** Can be taken once it has been seen that the database is where the run left it. */
  private WayOn wayBack(PlanRequest request) {
    return new WayOn(
        () -> {
          exits.leave().run();
          exits.openReview().accept(request);
        },
        session
            .positionProperty()
            .map(
                position ->
                    position.isPresent()
                        && Set.copyOf(position.get().heads())
                            .equals(Set.copyOf(prepared.plan().headsAfter()))));
  }

  @Override
  public ObservableValue<Optional<Node>> waysOn() {
    return session
        .positionProperty()
        .map(
            position ->
                position
                    .flatMap(Position::stopped)
                    .map(situation -> new StoppedPanel(situation, this)));
  }

  @Override
  public void resume(Choice choice) {
    exits.leave().run();
    exits.graph().waysOn().resume(choice);
  }

  @Override
  public void cleanUp() {
    exits.leave().run();
    exits.graph().waysOn().cleanUp();
  }

  @Override
  public void stamp(RevisionId suggested) {
    exits.leave().run();
    exits.graph().waysOn().stamp(suggested);
  }
}
