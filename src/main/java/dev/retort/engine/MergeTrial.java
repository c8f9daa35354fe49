package dev.retort.engine;

import dev.retort.engine.MergePreview.Branch;
import dev.retort.engine.MergePreview.By;
import dev.retort.engine.MergePreview.Failure;
import dev.retort.engine.MergePreview.Order;
import dev.retort.engine.MergePreview.Touched;
import dev.retort.execute.Cancellation;
import dev.retort.execute.failure.RunFailedException;
import dev.retort.graph.RevisionGraph;
import dev.retort.plan.Command;
import dev.retort.plan.Digest;
import dev.retort.plan.Plan;
import dev.retort.plan.Planner;
import dev.retort.plan.Step;
import dev.retort.problem.RetortException;
import dev.retort.revision.RevisionId;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.Snapshot;
import dev.retort.shadow.ObjectChange;
import dev.retort.shadow.ObjectChanges;
import dev.retort.shadow.Shadow;
import dev.retort.shadow.ShadowException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Applies heads on a shadow, each by itself and one after another, in different orders. */
final class MergeTrial {
  /** Of so many, all orders are tried: six of three. */
  private static final int FEW = 3;

  private final RevisionGraph graph;
  private final Function<List<RevisionId>, Plan> plans;
  private final Shadow shadow;
  private final Cancellation cancellation;

  /**
   * A trial.
   *
   * @param plans from nothing to some revisions
   */
  MergeTrial(
      RevisionGraph graph,
      Function<List<RevisionId>, Plan> plans,
      Shadow shadow,
      Cancellation cancellation) {
    this.graph = graph;
    this.plans = plans;
    this.shadow = shadow;
    this.cancellation = cancellation;
  }

  /** Tries heads of which none stands on another. */
  MergePreview of(List<RevisionId> heads) {
    Set<RevisionId> common = new LinkedHashSet<>(graph.ancestors(List.of(heads.getFirst()), true));
    heads.forEach(head -> common.retainAll(graph.ancestors(List.of(head), true)));
    Plan below = plans.apply(new ArrayList<>(common));
    Snapshot ground = shadow.at(below, cancellation);
    List<Branch> branches = new ArrayList<>();
    Map<RevisionId, Snapshot> after = new TreeMap<>();
    for (RevisionId head : heads) {
      branches.add(branch(below, ground, head, after));
    }
    List<Order> orders = orders(heads).stream().map(order -> order(below, order)).toList();
    return new MergePreview(
        heads, below.headsAfter(), branches, orders, touched(ground, branches, after));
  }

  private Branch branch(
      Plan below, Snapshot ground, RevisionId head, Map<RevisionId, Snapshot> after) {
    Plan plan = then(below, head);
    List<RevisionId> revisions =
        plan.steps().stream()
            .skip(below.steps().size())
            .flatMap(step -> step.revision().stream())
            .toList();
    try {
      Snapshot schema = shadow.at(plan, cancellation);
      after.put(head, schema);
      List<ObjectChange> changes = new ObjectChanges(schema).since(ground);
      return new Branch(head, revisions, changes, Optional.empty());
    } catch (RunFailedException | ShadowException e) {
      return new Branch(head, revisions, List.of(), Optional.of(failure(e)));
    }
  }

  private Order order(Plan below, List<RevisionId> heads) {
    Plan plan = below;
    for (RevisionId head : heads) {
      plan = then(plan, head);
    }
    try {
      return new Order(heads, Optional.of(shadow.at(plan, cancellation)), Optional.empty());
    } catch (RunFailedException | ShadowException e) {
      return new Order(heads, Optional.empty(), Optional.of(failure(e)));
    }
  }

  /** A plan that goes on to one more head. */
  private Plan then(Plan plan, RevisionId head) {
    Plan more = new Planner(graph).upgrade(plan.headsAfter(), List.of(head.value()));
    List<Step> steps = new ArrayList<>(plan.steps());
    steps.addAll(more.steps());
    return new Plan(
        Command.UPGRADE,
        List.of(head.value()),
        false,
        plan.headsBefore(),
        more.headsAfter(),
        steps,
        List.of(),
        Digest.of(plan.headsBefore(), steps));
  }

  /** All orders of a few; of many, some in which each comes first and each pair both ways round. */
  private static List<List<RevisionId>> orders(List<RevisionId> heads) {
    List<List<RevisionId>> orders = new ArrayList<>();
    if (heads.size() <= FEW) {
      permute(List.of(), heads, orders);
      return orders;
    }
    for (int first = 0; first < heads.size(); first++) {
      List<RevisionId> turned = new ArrayList<>(heads.subList(first, heads.size()));
      turned.addAll(heads.subList(0, first));
      orders.add(turned);
    }
    orders.add(heads.reversed());
    return orders;
  }

  private static void permute(
      List<RevisionId> begun, List<RevisionId> left, List<List<RevisionId>> orders) {
    if (left.isEmpty()) {
      orders.add(begun);
    }
    for (RevisionId next : left) {
      List<RevisionId> more = new ArrayList<>(begun);
      more.add(next);
      permute(more, left.stream().filter(other -> !other.equals(next)).toList(), orders);
    }
  }

  private static List<Touched> touched(
      Snapshot ground, List<Branch> branches, Map<RevisionId, Snapshot> after) {
    Map<ObjectId, List<By>> all = new TreeMap<>();
    for (Branch branch : branches) {
      Map<ObjectId, List<ObjectChange>> own = new TreeMap<>();
      for (ObjectChange change : branch.changes()) {
        ObjectId home = home(change.object(), ground, after.get(branch.head()));
        own.computeIfAbsent(home, id -> new ArrayList<>()).add(change);
      }
      own.forEach(
          (home, changes) ->
              all.computeIfAbsent(home, id -> new ArrayList<>())
                  .add(new By(branch.head(), changes)));
    }
    return all.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(entry -> new Touched(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The table that something belongs to, or itself. */
  private static ObjectId home(ObjectId id, Snapshot ground, @Nullable Snapshot after) {
    return switch (id.kind()) {
      case CONSTRAINT, TRIGGER, RULE, POLICY -> owner(id, ground, after);
      case INDEX ->
          Optional.ofNullable(after)
              .flatMap(schema -> schema.find(id))
              .or(() -> ground.find(id))
              .map(object -> object instanceof Index index ? index.table() : id)
              .orElse(id);
      default -> id;
    };
  }

  /** A constraint may be a domain's, a rule a view's. */
  private static ObjectId owner(ObjectId id, Snapshot ground, @Nullable Snapshot after) {
    for (ObjectKind kind :
        List.of(
            ObjectKind.TABLE,
            ObjectKind.FOREIGN_TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.DOMAIN)) {
      ObjectId owner = ObjectId.of(kind, id.schema(), id.detail());
      if (ground.find(owner).isPresent() || (after != null && after.find(owner).isPresent())) {
        return owner;
      }
    }
    return id;
  }

  private static Failure failure(RetortException e) {
    Shadow.requireOutcome(e);
    Map<String, Object> details = e.details();
    return new Failure(
        e.code(),
        e.message(),
        text(details, "revision").map(RevisionId::new),
        text(details, "sql"),
        text(details, "server_message").orElse(e.message()));
  }

  private static Optional<String> text(Map<String, Object> details, String name) {
    return Optional.ofNullable(details.get(name)).map(Object::toString);
  }
}
