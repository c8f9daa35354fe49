package dev.retort.schema.ddl;

import dev.retort.schema.Constraint;
import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Sequence;
import dev.retort.schema.Snapshot;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The statements that make one schema another, in an order in which each finds what it needs: what
 * goes, goes first, from what needs to what is needed; then what stays is altered and what is new
 * is made, from what is needed to what needs; last goes what altered columns still were of.
 *
 * @param statements in order, none with a semicolon
 * @param unreached tables whose columns will stand in another order than they should
 * @param committed how many of the first statements must be committed before the next can run
 */
public record Bridge(List<Statement> statements, List<ObjectId> unreached, int committed) {

  /** Copies the lists. */
  public Bridge {
    statements = List.copyOf(statements);
    unreached = List.copyOf(unreached);
  }

  /** Leads from one to the other. */
  public static Bridge between(Snapshot before, Snapshot after) {
    Departures departures = new Departures(before, after);
    NewLabels labels = NewLabels.of(before, after, departures.rebuilt());
    List<Statement> all = new ArrayList<>();
    EarlyPart early = new EarlyPart(departures);
    early.addTo(all);
    all.addAll(new LatePart(departures).statements());
    early.lastTo(all);
    if (all.stream().anyMatch(statement -> isRoutine(statement.object()))) {
      ObjectId first = all.getFirst().object();
      all.addFirst(new Statement(first, "SET LOCAL check_function_bodies = false"));
    }
    int committed = labels.usedBy(all) ? labels.statements().size() : 0;
    all.addAll(0, labels.statements());
    return new Bridge(all, departures.unreached(), committed);
  }

  private static boolean isRoutine(ObjectId id) {
    return id.kind() == ObjectKind.FUNCTION || id.kind() == ObjectKind.PROCEDURE;
  }

  /** What a check of a parent does for its children as well. */
  static boolean withParent(Constraint check, Departures departures, Set<ObjectId> made) {
    if (check.type() != Constraint.Type.CHECK) {
      return false;
    }
    return departures.keptParents(check.owner()).stream()
        .map(
            parent ->
                new ObjectId(
                    ObjectKind.CONSTRAINT, parent.schema(), check.id().name(), parent.name()))
        .anyMatch(made::contains);
  }

  /** The owner of an object that goes with it. */
  static Optional<ObjectId> ownerOf(SchemaObject object) {
    return switch (object) {
      case Constraint c -> Optional.of(c.owner());
      case dev.retort.schema.Index i -> Optional.of(i.table());
      case dev.retort.schema.Trigger t -> Optional.of(t.table());
      case dev.retort.schema.Rule r -> Optional.of(r.table());
      case dev.retort.schema.Policy p -> Optional.of(p.table());
      default -> Optional.empty();
    };
  }

  /** The table that a sequence goes with, if it is one. */
  static Optional<Sequence.OwnedBy> ownedBy(SchemaObject object) {
    return object instanceof Sequence sequence ? sequence.ownedBy() : Optional.empty();
  }

  /** The index's or constraint's index's parent. */
  static Optional<ObjectId> indexParent(SchemaObject object) {
    return switch (object) {
      case Constraint c -> c.index().flatMap(Constraint.BackingIndex::parent);
      case dev.retort.schema.Index i -> i.parent();
      default -> Optional.empty();
    };
  }

  /** Parents as tables. */
  static List<Table> tables(Set<ObjectId> ids, java.util.Map<ObjectId, SchemaObject> objects) {
    List<Table> tables = new ArrayList<>();
    for (ObjectId id : new HashSet<>(ids)) {
      if (objects.get(id) instanceof Table table) {
        tables.add(table);
      }
    }
    return tables;
  }
}
