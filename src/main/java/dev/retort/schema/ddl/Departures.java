package dev.retort.schema.ddl;

import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.DefaultPrivileges;
import dev.retort.schema.Dependency;
import dev.retort.schema.Domain;
import dev.retort.schema.Inheritance;
import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.RangeType;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Snapshot;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds what must go for the way from one schema to another: what is not in the other, what cannot
 * be altered to be as there, and all that needs any of these.
 */
final class Departures {
  private final Snapshot before;
  private final Snapshot after;
  private final Map<ObjectId, SchemaObject> old;
  private final Map<ObjectId, SchemaObject> now;
  private final Set<ObjectId> rebuilt = new TreeSet<>();
  private final Set<ObjectId> disowned = new TreeSet<>();
  private final Set<ObjectId> detached = new TreeSet<>();
  private final Map<ObjectId, TableChange> tables = new TreeMap<>();
  private final Map<ObjectId, Set<ObjectId>> needs = new HashMap<>();
  private final Map<ObjectId, List<Dependency>> dependents = new HashMap<>();

  Departures(Snapshot before, Snapshot after) {
    this.before = before;
    this.after = after;
    this.old = before.byId();
    this.now = after.byId();
    before.dependencies().forEach(this::edge);
    for (SchemaObject object : old.values()) {
      structure(object);
    }
    start();
    boolean grown = true;
    while (grown) {
      grown = step();
    }
    defaultPrivileges();
  }

  private void edge(Dependency dependency) {
    needs.computeIfAbsent(dependency.from(), f -> new TreeSet<>()).add(dependency.on());
    dependents.computeIfAbsent(dependency.on(), o -> new ArrayList<>()).add(dependency);
  }

  private void structure(SchemaObject object) {
    ObjectId id = object.id();
    Bridge.ownerOf(object).ifPresent(on -> edge(new Dependency(id, Optional.empty(), on)));
    Bridge.indexParent(object).ifPresent(on -> edge(new Dependency(id, Optional.empty(), on)));
    // Not a need: the column's default needs the sequence, and neither is dropped before the other.
    Bridge.ownedBy(object)
        .ifPresent(
            by ->
                dependents
                    .computeIfAbsent(by.table(), t -> new ArrayList<>())
                    .add(new Dependency(id, Optional.empty(), by.table())));
    if (object instanceof Constraint check && check.type() == Constraint.Type.CHECK) {
      parentsChecks(check, old).forEach(on -> edge(new Dependency(id, Optional.empty(), on)));
    }
    if (object instanceof Table table) {
      table.parents().forEach(on -> edge(new Dependency(id, Optional.empty(), on)));
    }
    ObjectId schema = ObjectId.of(ObjectKind.SCHEMA, "", id.schema());
    if (!id.schema().isEmpty() && old.containsKey(schema)) {
      edge(new Dependency(id, Optional.empty(), schema));
    }
  }

  /** The checks of a table's parents that it has under the same name. */
  static List<ObjectId> parentsChecks(Constraint check, Map<ObjectId, SchemaObject> in) {
    return in.get(check.owner()) instanceof Table table
        ? table.parents().stream()
            .map(
                parent ->
                    new ObjectId(
                        ObjectKind.CONSTRAINT, parent.schema(), check.id().name(), parent.name()))
            .filter(in::containsKey)
            .toList()
        : List.of();
  }

  private void start() {
    for (SchemaObject was : old.values()) {
      SchemaObject is = now.get(was.id());
      if (was instanceof Table && is instanceof Table) {
        continue;
      }
      if (is != null && !was.equals(is) && ObjectChange.of(was, is).isEmpty()) {
        rebuilt.add(was.id());
      }
    }
    DomainUses uses = new DomainUses(before, dependents);
    for (SchemaObject is : now.values()) {
      if (is instanceof Domain domain
          && old.get(is.id()) instanceof Domain was
          && was.notNull().isEmpty()
          && domain.notNull().isPresent()
          && uses.within(is.id())) {
        rebuilt.add(is.id());
      }
      if (is instanceof Constraint check
          && check.owner().kind() == ObjectKind.DOMAIN
          && !check.equals(old.get(check.id()))
          && !ObjectChange.onlyTraits(old.get(check.id()), check)
          && uses.within(check.owner())) {
        rebuilt.add(check.owner());
      }
    }
    List<ObjectId> order = new DropOrder(old.keySet(), needs).order().reversed();
    for (ObjectId id : order) {
      if (old.get(id) instanceof Table was && now.get(id) instanceof Table is) {
        table(was, is);
      }
    }
  }

  private void table(Table was, Table is) {
    Set<ObjectId> kept = keptParents(was.id());
    TableChange change =
        new TableChange(
            was,
            is,
            Bridge.tables(kept, old),
            Bridge.tables(kept, now),
            this::isRemade,
            after.serverVersion());
    boolean declared = Inheritance.declared(is, Bridge.tables(new HashSet<>(is.parents()), now));
    boolean moved = !kept.equals(new HashSet<>(is.parents())) && declared;
    if (change.possible() && !moved) {
      tables.put(was.id(), change);
    } else {
      rebuilt.add(was.id());
    }
  }

  /** Whether a type or collation of a column is dropped and made again. */
  private boolean isRemade(Column column) {
    String type = column.type().replaceAll("(\\[])+$", "");
    return rebuilt.stream()
        .anyMatch(
            id ->
                switch (id.kind()) {
                  case TYPE ->
                      type.equals(id.qualified())
                          || (old.get(id) instanceof RangeType range
                              && type.equals(Aside.multirange(range).orElse("")));
                  case DOMAIN -> type.equals(id.qualified());
                  case COLLATION -> column.collation().equals(Optional.of(id.qualified()));
                  default -> false;
                });
  }

  /** The parents that a table is a child of, in the same way, before, meanwhile and after. */
  Set<ObjectId> keptParents(ObjectId id) {
    if (!(old.get(id) instanceof Table was)
        || !(now.get(id) instanceof Table is)
        || rebuilt.contains(id)
        || detached.contains(id)
        || !was.partition().bound().equals(is.partition().bound())) {
      return Set.of();
    }
    Set<ObjectId> kept = new LinkedHashSet<>(was.parents());
    kept.retainAll(is.parents());
    kept.removeIf(rebuilt::contains);
    return kept;
  }

  private boolean step() {
    int size = rebuilt.size() + disowned.size() + detached.size();
    boolean released = false;
    for (TableChange change : tables.values()) {
      change.spread();
    }
    for (ObjectId gone : gone()) {
      for (Dependency dependency : dependents.getOrDefault(gone, List.of())) {
        released |= release(dependency);
      }
      Optional.ofNullable(old.get(gone))
          .flatMap(Bridge::indexParent)
          .filter(parent -> rebuilt.contains(gone) && now.containsKey(parent))
          .ifPresent(rebuilt::add);
    }
    List.copyOf(tables.entrySet()).forEach(entry -> columns(entry.getKey(), entry.getValue()));
    tables.forEach(
        (id, change) -> {
          if (!change.possible()) {
            rebuilt.add(id);
          }
        });
    tables.keySet().removeIf(rebuilt::contains);
    return released || size != rebuilt.size() + disowned.size() + detached.size();
  }

  /** Lets what needs something that goes let go of it; says if a column's value was let go. */
  private boolean release(Dependency dependency) {
    ObjectId from = dependency.from();
    SchemaObject was = old.get(from);
    if (was == null || !now.containsKey(from) || rebuilt.contains(from)) {
      return false;
    }
    switch (was) {
      case Table table -> {
        TableChange change = tables.get(from);
        if (dependency.column().isPresent() && change != null) {
          return change.release(dependency.column().get());
        }
        if (table.parents().contains(dependency.on())) {
          if (now.get(from) instanceof Table is
              && !Inheritance.declared(is, Bridge.tables(new HashSet<>(is.parents()), now))
              && !Inheritance.declared(table, Bridge.tables(new HashSet<>(table.parents()), old))) {
            if (detached.add(from)) {
              table(table, is);
            }
          } else {
            rebuilt.add(from);
          }
        } else if (dependency.on().kind() == ObjectKind.SERVER) {
          rebuilt.add(from);
        }
      }
      case dev.retort.schema.Sequence s -> disowned.add(from);
      case dev.retort.schema.Namespace n -> {}
      // It is moved, or brought to another version: all that uses it would have to go with it.
      case dev.retort.schema.GeneralObject g when from.kind() == ObjectKind.EXTENSION -> {}
      default -> rebuilt.add(from);
    }
    return false;
  }

  /** What names a column that is dropped or gets another type. */
  private void columns(ObjectId id, TableChange change) {
    Set<String> hard = change.hard();
    if (hard.isEmpty()) {
      return;
    }
    Set<String> dropped = change.dropped();
    for (Dependency dependency : dependents.getOrDefault(id, List.of())) {
      SchemaObject object = old.get(dependency.from());
      if (object == null || !now.containsKey(object.id()) || rebuilt.contains(object.id())) {
        continue;
      }
      boolean survives =
          switch (object) {
            case Table t -> true;
            case dev.retort.schema.Sequence s -> {
              if (s.ownedBy()
                  .map(o -> o.table().equals(id) && dropped.contains(o.column()))
                  .orElse(false)) {
                disowned.add(s.id());
              }
              yield true;
            }
            case Constraint c when c.type() != Constraint.Type.FOREIGN_KEY ->
                dropped.stream().noneMatch(column -> Words.has(c.definition(), column));
            case dev.retort.schema.Index i ->
                dropped.stream().noneMatch(column -> Words.has(i.definition(), column));
            default -> {
              String text = String.join("\n", ObjectDdl.create(object));
              yield hard.stream().noneMatch(column -> Words.has(text, column));
            }
          };
      if (!survives) {
        rebuilt.add(object.id());
      }
    }
  }

  /** What is made would get the privileges that are the default for new things. */
  private void defaultPrivileges() {
    boolean any = now.keySet().stream().anyMatch(id -> !old.containsKey(id));
    for (SchemaObject object : old.values()) {
      if (object instanceof DefaultPrivileges
          && now.containsKey(object.id())
          && (any || !rebuilt.isEmpty())) {
        rebuilt.add(object.id());
      }
    }
  }

  Set<ObjectId> gone() {
    Set<ObjectId> gone = new TreeSet<>(rebuilt);
    old.keySet().stream().filter(id -> !now.containsKey(id)).forEach(gone::add);
    return gone;
  }

  /** Tables whose columns cannot be brought in order. */
  List<ObjectId> unreached() {
    return tables.entrySet().stream()
        .filter(entry -> entry.getValue().orderIsLost())
        .map(Map.Entry::getKey)
        .toList();
  }

  Snapshot before() {
    return before;
  }

  Snapshot after() {
    return after;
  }

  Map<ObjectId, SchemaObject> old() {
    return old;
  }

  Map<ObjectId, SchemaObject> now() {
    return now;
  }

  Set<ObjectId> rebuilt() {
    return rebuilt;
  }

  Set<ObjectId> disowned() {
    return disowned;
  }

  Map<ObjectId, TableChange> tables() {
    return tables;
  }

  Map<ObjectId, Set<ObjectId>> needs() {
    return needs;
  }

  /** Whether a partition is kept as a table, but is not a part of this table meanwhile. */
  boolean leaves(ObjectId part, ObjectId parent) {
    return tables.containsKey(part)
        && old.get(part) instanceof Table was
        && was.parents().contains(parent)
        && !keptParents(part).contains(parent);
  }
}
