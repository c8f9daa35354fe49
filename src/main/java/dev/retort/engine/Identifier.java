package dev.retort.engine;

import dev.retort.engine.Identification.Candidate;
import dev.retort.execute.Cancellation;
import dev.retort.graph.RevisionGraph;
import dev.retort.plan.Plan;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.schema.Snapshot;
import dev.retort.shadow.ObjectChange;
import dev.retort.shadow.ObjectChanges;
import dev.retort.shadow.OnShadow;
import dev.retort.shadow.Shadow;
import dev.retort.shadow.ShadowException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the positions in a graph that a schema is nearest to: what its own version table says; each
 * revision alone with all below it; each place that an upgrade from nothing to all heads comes by;
 * and, where branches stand side by side, what looks best of their combinations.
 */
final class Identifier {
  /** So many revisions are what combinations of branches begin with. */
  private static final int STARTS = 5;

  /** So many positions beside the best one are replayed at most. */
  private static final int NEIGHBOURS = 24;

  private final RevisionGraph graph;
  private final Function<List<RevisionId>, Plan> plans;
  private final Shadow shadow;
  private final Snapshot schema;
  private final ObjectChanges comparison;
  private final Cancellation cancellation;
  private final Map<List<RevisionId>, Snapshot> schemas = new LinkedHashMap<>();
  private final Map<List<RevisionId>, Candidate> candidates = new LinkedHashMap<>();
  private Optional<String> failed = Optional.empty();

  /**
   * A search.
   *
   * @param plans from nothing to some revisions
   * @param schema what is looked for
   */
  Identifier(
      RevisionGraph graph,
      Function<List<RevisionId>, Plan> plans,
      Shadow shadow,
      Snapshot schema,
      Cancellation cancellation) {
    this.graph = graph;
    this.plans = plans;
    this.shadow = shadow;
    this.schema = schema;
    this.comparison = new ObjectChanges(schema);
    this.cancellation = cancellation;
  }

  /**
   * Searches.
   *
   * @param rows the rows of the version table, if files have all of them
   */
  Identification identify(Optional<List<RevisionId>> rows, Optional<String> remark) {
    Optional<List<RevisionId>> own = rows.map(some -> plans.apply(some).headsAfter());
    Optional<Candidate> there = own.flatMap(this::replayed);
    if (there.isEmpty() || !there.get().exact()) {
      walks();
      if (best().filter(Candidate::exact).isEmpty()) {
        new BranchSearch(graph, schemas, comparison, this::replayed).combine(STARTS);
      }
      if (best().filter(Candidate::exact).isEmpty()) {
        beside(NEIGHBOURS);
      }
    }
    List<Candidate> sorted =
        candidates.values().stream()
            .sorted(
                Comparator.comparingInt(Candidate::distance)
                    .thenComparing(candidate -> !own.equals(Optional.of(candidate.heads())))
                    .thenComparingInt(c -> -graph.ancestors(c.heads(), true).size()))
            .toList();
    return new Identification(
        sorted, remark.or(() -> failed).or(() -> undecided(sorted, own.orElse(List.of()))));
  }

  /**
   * Revisions that only change rows make the schema of the one before once more: it is not guessed
   * which of them have run, unless the version table says so.
   */
  private static Optional<String> undecided(List<Candidate> sorted, List<RevisionId> own) {
    List<Candidate> exact = sorted.stream().filter(Candidate::exact).toList();
    if (exact.size() < 2 || exact.getFirst().heads().equals(own)) {
      return Optional.empty();
    }
    return Optional.of(
        exact.stream().map(Candidate::words).collect(Collectors.joining(" and "))
            + " make the same schema; what sets them apart is in the rows, which are not compared."
            + " Find out which of them has run before you stamp one.");
  }

  private void walks() {
    walk(graph.heads());
    for (RevisionId id : graph.newestFirst()) {
      if (!schemas.containsKey(List.of(id))) {
        walk(List.of(id));
      }
    }
  }

  private void walk(List<RevisionId> heads) {
    Plan plan = plans.apply(heads);
    Shadow.Walk walk = shadow.walk(plan, cancellation);
    for (int steps = 0; steps < walk.schemas().size(); steps++) {
      add(
          steps == 0 ? List.of() : plan.steps().get(steps - 1).headsAfter(),
          walk.schemas().get(steps));
    }
    walk.failure()
        .map(failure -> "Not all revisions could be tried. " + OnShadow.words(failure))
        .filter(words -> failed.isEmpty())
        .ifPresent(words -> failed = Optional.of(words));
  }

  private void add(List<RevisionId> heads, Snapshot there) {
    schemas.putIfAbsent(heads, there);
    candidates.computeIfAbsent(
        heads,
        none -> {
          List<ObjectChange> changes = comparison.since(there);
          int distance = changes.stream().mapToInt(ObjectChange::lines).sum();
          return new Candidate(heads, there, schema, changes, distance);
        });
  }

  private Optional<Candidate> best() {
    return candidates.values().stream().min(Comparator.comparingInt(Candidate::distance));
  }

  /** The candidate of some heads, replayed if it was not; none where that fails. */
  private Optional<Candidate> replayed(List<RevisionId> heads) {
    Plan plan = plans.apply(heads);
    List<RevisionId> sorted = plan.headsAfter();
    if (!candidates.containsKey(sorted)) {
      try {
        add(sorted, shadow.at(plan, cancellation));
      } catch (ShadowException e) {
        Shadow.requireOutcome(e);
      }
    }
    return Optional.ofNullable(candidates.get(sorted));
  }

  /** From the best one to a better one beside it, one revision more or less, while there is any. */
  private void beside(int most) {
    int tried = 0;
    Optional<Candidate> at = best();
    while (at.isPresent() && !at.get().exact()) {
      Candidate before = at.get();
      for (List<RevisionId> next : neighbours(before.heads())) {
        if (!candidates.containsKey(next) && tried++ < most) {
          replayed(next);
        }
      }
      at = best().filter(candidate -> candidate.distance() < before.distance());
    }
  }

  private Set<List<RevisionId>> neighbours(List<RevisionId> heads) {
    Set<RevisionId> applied = graph.ancestors(heads, true);
    Set<List<RevisionId>> next = new LinkedHashSet<>();
    for (RevisionId head : heads) {
      Set<RevisionId> fewer = new LinkedHashSet<>(applied);
      fewer.remove(head);
      next.add(plans.apply(new ArrayList<>(fewer)).headsAfter());
    }
    for (Revision revision : graph.revisions()) {
      if (!applied.contains(revision.id())
          && applied.containsAll(graph.normalizedDown(revision.id()))) {
        Set<RevisionId> more = new LinkedHashSet<>(applied);
        more.add(revision.id());
        next.add(plans.apply(new ArrayList<>(more)).headsAfter());
      }
    }
    return next;
  }
}
