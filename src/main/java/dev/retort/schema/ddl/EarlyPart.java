package dev.retort.schema.ddl;

import dev.retort.schema.Constraint;
import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes what goes, before all else or, what columns are of until they are altered, at the end. */
final class EarlyPart {
  private final Departures departures;
  private final Set<ObjectId> gone;
  private final Set<ObjectId> kept;
  private final DropOrder order;

  EarlyPart(Departures departures) {
    this.departures = departures;
    this.gone = departures.gone();
    this.kept = stillNeeded();
    this.order = new DropOrder(departures.old().keySet(), departures.needs());
  }

  /** Types and the like that columns of altered tables are of, and all that these need. */
  private Set<ObjectId> stillNeeded() {
    Set<ObjectId> kept = new TreeSet<>();
    List<ObjectId> open = new ArrayList<>();
    for (ObjectId table : departures.tables().keySet()) {
      departures.needs().getOrDefault(table, Set.of()).stream()
          .filter(id -> gone.contains(id) && isType(id))
          .forEach(open::add);
    }
    for (SchemaObject object : departures.old().values()) {
      if (object.id().kind() == ObjectKind.EXTENSION && !gone.contains(object.id())) {
        // It is moved before its schema goes.
        departures.needs().getOrDefault(object.id(), Set.of()).stream()
            .filter(id -> gone.contains(id) && id.kind() == ObjectKind.SCHEMA)
            .forEach(open::add);
      }
    }
    while (!open.isEmpty()) {
      ObjectId id = open.removeLast();
      if (kept.add(id)) {
        departures.needs().getOrDefault(id, Set.of()).stream()
            .filter(need -> gone.contains(need) && (Aside.isPossible(need) || !stays(need)))
            .forEach(open::add);
      }
    }
    return kept;
  }

  private boolean stays(ObjectId id) {
    return departures.now().containsKey(id);
  }

  private static boolean isType(ObjectId id) {
    return switch (id.kind()) {
      case TYPE, DOMAIN, COLLATION, ACCESS_METHOD, EXTENSION -> true;
      default -> false;
    };
  }

  void addTo(List<Statement> all) {
    List<Statement> asides = new ArrayList<>();
    for (ObjectId id : departures.disowned()) {
      if (!gone.contains(id)) {
        all.add(new Statement(id, "ALTER SEQUENCE " + id.qualified() + " OWNED BY NONE"));
      }
    }
    for (ObjectId id : gone) {
      if (departures.old().get(id) instanceof Sequence sequence
          && ownerGoes(sequence)
          && !neededByOwnerOnly(sequence)) {
        all.add(new Statement(id, "ALTER SEQUENCE " + id.qualified() + " OWNED BY NONE"));
      }
    }
    for (SchemaObject object : departures.old().values()) {
      if (object instanceof Sequence was
          && was.ownedBy().isPresent()
          && departures.now().get(was.id()) instanceof Sequence is
          && !gone.contains(was.id())
          && !departures.disowned().contains(was.id())
          && !was.ownedBy().equals(is.ownedBy())) {
        all.add(
            new Statement(was.id(), "ALTER SEQUENCE " + was.id().qualified() + " OWNED BY NONE"));
      }
    }
    // Functions first: their arguments' types have their old names until these are put aside.
    for (boolean functions : new boolean[] {true, false}) {
      for (ObjectId id : kept) {
        SchemaObject object = departures.old().get(id);
        if (object != null && stays(id) && functions == (id.kind() == ObjectKind.FUNCTION)) {
          asides.addAll(Aside.of(object).stream().map(sql -> new Statement(id, sql)).toList());
        }
      }
    }
    for (ObjectId id : order.order()) {
      if (gone.contains(id)) {
        drop(id, all);
      } else if (departures.tables().containsKey(id)) {
        detach(id, all);
        departures.tables().get(id).early().forEach(sql -> all.add(new Statement(id, sql)));
      }
    }
    departures
        .tables()
        .forEach((id, change) -> change.leftovers().forEach(s -> all.add(new Statement(id, s))));
    for (ObjectId id : gone) {
      if (departures.old().get(id) instanceof Constraint check
          && !gone.contains(check.owner())
          && (inherited(check) || staysBehind(check))) {
        all.add(
            new Statement(
                id,
                "ALTER "
                    + check.owner().kind().words()
                    + " "
                    + check.owner().qualified()
                    + " DROP CONSTRAINT IF EXISTS "
                    + id.name()));
      } else if (departures.old().get(id) instanceof dev.retort.schema.Index index
          && !gone.contains(index.table())
          && staysBehind(index)) {
        all.add(new Statement(id, "DROP INDEX IF EXISTS " + id.qualified()));
      }
    }
    all.addAll(asides);
  }

  /** A partition that was detached keeps the index that it had as one. */
  private boolean staysBehind(SchemaObject object) {
    return Bridge.indexParent(object)
        .map(departures.old()::get)
        .flatMap(Bridge::ownerOf)
        .flatMap(parent -> Bridge.ownerOf(object).filter(part -> departures.leaves(part, parent)))
        .isPresent();
  }

  private void detach(ObjectId id, List<Statement> all) {
    if (!(departures.old().get(id) instanceof Table was)) {
      return;
    }
    Set<ObjectId> keptParents = departures.keptParents(id);
    for (ObjectId parent : was.parents()) {
      if (!keptParents.contains(parent)) {
        all.add(
            new Statement(
                id,
                was.partition().bound().isPresent()
                    ? "ALTER TABLE " + parent.qualified() + " DETACH PARTITION " + id.qualified()
                    : "ALTER "
                        + id.kind().words()
                        + " "
                        + id.qualified()
                        + " NO INHERIT "
                        + parent.qualified()));
      }
    }
    if (departures.now().get(id) instanceof Table is
        && was.ofType().isPresent()
        && (!was.ofType().equals(is.ofType()) || typeGoes(was))) {
      all.add(new Statement(id, "ALTER TABLE " + id.qualified() + " NOT OF"));
    }
  }

  private boolean typeGoes(Table table) {
    return gone.stream()
        .anyMatch(
            id ->
                id.kind() == ObjectKind.TYPE && table.ofType().equals(Optional.of(id.qualified())));
  }

  private void drop(ObjectId id, List<Statement> all) {
    SchemaObject object = departures.old().get(id);
    if (object == null || goesWithAnother(object)) {
      return;
    }
    if (kept.contains(id)) {
      return;
    }
    boolean cascade = order.circular().contains(id);
    DropDdl.of(object, cascade).forEach(sql -> all.add(new Statement(id, sql)));
  }

  /** What the drop of its table, column or partitioned index takes with it. */
  private boolean goesWithAnother(SchemaObject object) {
    if (Bridge.indexParent(object).map(gone::contains).orElse(false)) {
      return true;
    }
    if (object instanceof Constraint check && inherited(check)) {
      return true;
    }
    Optional<ObjectId> owner = Bridge.ownerOf(object);
    if (owner.isPresent()) {
      return gone.contains(owner.get()) && needsOnly(object.id(), owner.get());
    }
    return object instanceof Sequence sequence
        && ownerGoes(sequence)
        && neededByOwnerOnly(sequence);
  }

  /** A parent's check goes with it, or can go only when the table is no longer its child. */
  private boolean inherited(Constraint check) {
    return check.type() == Constraint.Type.CHECK
        && !Departures.parentsChecks(check, departures.old()).isEmpty();
  }

  private boolean ownerGoes(Sequence sequence) {
    return Bridge.ownedBy(sequence)
        .map(
            by ->
                gone.contains(by.table())
                    || Optional.ofNullable(departures.tables().get(by.table()))
                        .map(change -> change.dropped().contains(by.column()))
                        .orElse(false))
        .orElse(false);
  }

  private boolean neededByOwnerOnly(Sequence sequence) {
    return departures.needs().entrySet().stream()
        .filter(entry -> entry.getValue().contains(sequence.id()))
        .allMatch(
            entry -> sequence.ownedBy().map(by -> by.table().equals(entry.getKey())).orElse(false));
  }

  /** Whether nothing else that goes has to wait for it. */
  private boolean needsOnly(ObjectId id, ObjectId owner) {
    return departures.needs().getOrDefault(id, Set.of()).stream()
        .allMatch(
            need -> need.equals(owner) || !gone.contains(need) || need.kind() == ObjectKind.SCHEMA);
  }

  /** What was kept until now. */
  void lastTo(List<Statement> all) {
    List<ObjectId> last = new ArrayList<>(order.order());
    // In a circle the type takes its functions with it, whose arguments would not be found after.
    last.sort(Comparator.comparing(id -> !(order.circular().contains(id) && isType(id))));
    for (ObjectId id : last) {
      SchemaObject object = departures.old().get(id);
      if (object == null || !kept.contains(id)) {
        continue;
      }
      if (stays(id)) {
        all.add(new Statement(id, Aside.drop(object, order.circular().contains(id))));
      } else {
        DropDdl.of(object, order.circular().contains(id))
            .forEach(sql -> all.add(new Statement(id, sql)));
      }
    }
  }
}
