package dev.retort.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.graph.RevisionGraph;
import dev.retort.plan.Plan;
import dev.retort.plan.Planner;
import dev.retort.testing.Revisions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What counts as read in a review. */
class ReadStepsTest {
  private final Plan plan =
      new Planner(RevisionGraph.of(Revisions.of("a; b<-a; c<-b")))
          .upgrade(List.of(), List.of("head"));
  private final ReadSteps read = new ReadSteps();

  @Test
  void whatNobodyChoseWasNotRead() {
    assertEquals(List.of(), read.of(plan, Set.of()));
  }

  @Test
  void aStepThatIsAsItWasIsReadOnceItsSqlWasInView() {
    read.chosen(1);
    assertEquals(List.of(plan.steps().get(1)), read.of(plan, Set.of(2)));
  }

  @Test
  void aChangedStepIsReadOnceItsChangeWasOnTheScreenAndNotBefore() {
    read.chosen(2);
    assertEquals(List.of(), read.of(plan, Set.of(2)));
    read.changeShown(2);
    assertEquals(List.of(plan.steps().get(2)), read.of(plan, Set.of(2)));
  }
}
