package dev.retort.engine;

import dev.retort.revision.RevisionId;
import dev.retort.schema.ObjectId;
import dev.retort.schema.Snapshot;
import dev.retort.schema.diff.SchemaDiff;
import dev.retort.shadow.ObjectChange;
import java.util.List;
import java.util.Optional;

/**
 * What comes of applying several heads one after another, in each order, from where they part: on
 * empty tables, so that rows have no say in it.
 *
 * @param heads what would be merged
 * @param ground the revisions that all of them stand on; none where that is the baseline alone
 * @param branches each head by itself, on the ground
 * @param orders the heads one after another, in different orders
 * @param touched what more than one branch changes
 */
public record MergePreview(
    List<RevisionId> heads,
    List<RevisionId> ground,
    List<Branch> branches,
    List<Order> orders,
    List<Touched> touched) {
  /** Copies the lists. */
  public MergePreview {
    heads = List.copyOf(heads);
    ground = List.copyOf(ground);
    branches = List.copyOf(branches);
    orders = List.copyOf(orders);
    touched = List.copyOf(touched);
  }

  /** What comes of it, best first. */
  public enum Verdict {
    /** The schema is the same whatever comes first. */
    AGREE("agree"),
    /** It is, but that columns stand in another order. */
    COLUMN_ORDER("column-order"),
    /** It is not the same. */
    DIFFER("differ"),
    /** In some order a statement fails. */
    FAILS("fails");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    /** As commands and JSON say it. */
    public String word() {
      return word;
    }
  }

  /** What comes of it, in a word. */
  public Verdict verdict() {
    if (orders.stream().anyMatch(order -> order.failure().isPresent())) {
      return Verdict.FAILS;
    }
    List<SchemaDiff> differences =
        orders.stream().flatMap(order -> difference(order).stream()).toList();
    if (differences.stream().allMatch(SchemaDiff::isEmpty)) {
      return Verdict.AGREE;
    }
    return differences.stream().allMatch(diff -> diff.isEmpty() || diff.onlyColumnOrder())
        ? Verdict.COLUMN_ORDER
        : Verdict.DIFFER;
  }

  /** From the schema that the first order ends with, if it ends, to that of another. */
  public Optional<SchemaDiff> difference(Order order) {
    Optional<Snapshot> first =
        orders.stream().map(Order::schema).flatMap(Optional::stream).findFirst();
    return first.flatMap(before -> order.schema().map(after -> SchemaDiff.between(before, after)));
  }

  /**
   * One head by itself.
   *
   * @param revisions what it has above the ground, in the order in which it is applied
   * @param changes what these do to the schema; none where they fail
   * @param failure why they do not even run by themselves
   */
  public record Branch(
      RevisionId head,
      List<RevisionId> revisions,
      List<ObjectChange> changes,
      Optional<Failure> failure) {
    /** Copies the lists. */
    public Branch {
      revisions = List.copyOf(revisions);
      changes = List.copyOf(changes);
    }
  }

  /**
   * The heads one after another.
   *
   * @param schema what they lead to, if all runs
   * @param failure what does not run
   */
  public record Order(
      List<RevisionId> heads, Optional<Snapshot> schema, Optional<Failure> failure) {
    /** Copies the list. */
    public Order {
      heads = List.copyOf(heads);
    }
  }

  /**
   * Something that more than one branch changes, itself or what belongs to it: the indexes,
   * constraints, triggers, rules and policies of a table.
   *
   * @param by what each of these branches does to it
   */
  public record Touched(ObjectId object, List<By> by) {
    /** Copies the list. */
    public Touched {
      by = List.copyOf(by);
    }
  }

  /** What one branch does to an object and what belongs to it. */
  public record By(RevisionId head, List<ObjectChange> changes) {
    /** Copies the list. */
    public By {
      changes = List.copyOf(changes);
    }
  }

  /**
   * A step that did not run.
   *
   * @param code that of the error
   * @param message the whole of it, as a run would say it
   * @param revision whose step it is, if it is known
   * @param sql the statement, if it is one
   * @param reason what the server said, or else the message
   */
  public record Failure(
      String code,
      String message,
      Optional<RevisionId> revision,
      Optional<String> sql,
      String reason) {}
}
