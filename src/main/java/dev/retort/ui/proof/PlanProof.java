package dev.retort.ui.proof;

import dev.retort.plan.Command;
import dev.retort.plan.Plan;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.ui.session.RoundTrips;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;

/** What is known of the ways back of a plan's revisions. */
public final class PlanProof {
  private final RoundTrips trips;
  private final List<Revision> revisions;
  private final ObservableValue<Findings> findings;

  /**
   * The ways back of a plan.
   *
   * @param find finds a revision in the files that the plan was made from
   */
  public PlanProof(Plan plan, RoundTrips trips, Function<RevisionId, Optional<Revision>> find) {
    this.trips = trips;
    boolean runs = plan.command() == Command.UPGRADE || plan.command() == Command.DOWNGRADE;
    this.revisions =
        runs
            ? plan.steps().stream().flatMap(step -> step.revision().flatMap(find).stream()).toList()
            : List.of();
    this.findings = trips.knownProperty().map(known -> Findings.of(revisions, known));
  }

  /** Whether there is anything to be proved. */
  public boolean applies() {
    return !revisions.isEmpty();
  }

  /** For the title of the tab. */
  public ObservableValue<String> counts() {
    return findings.map(Findings::counts);
  }

  /** What is known. */
  ObservableValue<Findings> findings() {
    return findings;
  }

  /** Tries those that nobody has tried; all of them where all were. */
  void prove() {
    Set<RevisionId> untried = findings.getValue().untried();
    trips.prove(
        untried.isEmpty()
            ? revisions.stream()
                .map(Revision::id)
                .collect(Collectors.toCollection(LinkedHashSet::new))
            : untried);
  }

  /** Whether what is being tried concerns this plan. */
  boolean concerned() {
    return revisions.stream().map(Revision::id).anyMatch(trips.wanted()::contains);
  }

  /** The session's. */
  RoundTrips trips() {
    return trips;
  }
}
