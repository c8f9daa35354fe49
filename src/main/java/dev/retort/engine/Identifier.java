package dev.retort.engine;

import dev.retort.engine.Identification.Candidate;
import dev.retort.execute.Cancellation;
import dev.retort.graph.RevisionGraph;
import dev.retort.plan.Plan;
import dev.retort.plan.Step;
import dev.retort.revision.RevisionId;
import dev.retort.schema.Snapshot;
import dev.retort.shadow.ObjectChange;
import dev.retort.shadow.ObjectChanges;
import dev.retort.shadow.Shadow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the positions in a graph that a schema is nearest to: each revision alone with all below
 * it, and each place that an upgrade from nothing to all heads comes by.
 */
final class Identifier {
  private final RevisionGraph graph;
  private final Function<List<RevisionId>, Plan> plans;
  private final Shadow shadow;

  Identifier(RevisionGraph graph, Function<List<RevisionId>, Plan> plans, Shadow shadow) {
    this.graph = graph;
    this.plans = plans;
    this.shadow = shadow;
  }

  Identification identify(Snapshot schema, Optional<String> remark, Cancellation cancellation) {
    Map<List<RevisionId>, Snapshot> schemas = new LinkedHashMap<>();
    Optional<String> failed = walk(graph.heads(), schemas, cancellation);
    List<RevisionId> newestFirst = graph.newestFirst();
    for (RevisionId id : newestFirst) {
      if (!schemas.containsKey(List.of(id))) {
        walk(List.of(id), schemas, cancellation);
      }
    }
    List<Candidate> candidates = new ArrayList<>();
    ObjectChanges comparison = new ObjectChanges(schema);
    schemas.forEach((heads, there) -> candidates.add(candidate(heads, comparison.since(there))));
    candidates.sort(
        Comparator.comparingInt(Candidate::distance)
            .thenComparingInt(candidate -> -graph.ancestors(candidate.heads(), true).size()));
    return new Identification(candidates, remark.or(() -> failed));
  }

  /** What could not be reached, in words. */
  private Optional<String> walk(
      List<RevisionId> heads, Map<List<RevisionId>, Snapshot> schemas, Cancellation cancellation) {
    Plan plan = plans.apply(heads);
    Shadow.Walk walk = shadow.walk(plan, cancellation);
    for (int steps = 0; steps < walk.schemas().size(); steps++) {
      List<RevisionId> at = steps == 0 ? List.of() : headsAfter(plan.steps().get(steps - 1));
      schemas.putIfAbsent(at, walk.schemas().get(steps));
    }
    return walk.failure().map(failure -> "Not all revisions could be tried. " + failure.message());
  }

  private static List<RevisionId> headsAfter(Step step) {
    return step.headsAfter();
  }

  private static Candidate candidate(List<RevisionId> heads, List<ObjectChange> changes) {
    return new Candidate(heads, changes, changes.stream().mapToInt(ObjectChange::lines).sum());
  }
}
