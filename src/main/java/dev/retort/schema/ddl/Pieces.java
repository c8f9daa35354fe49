package dev.retort.schema.ddl;

import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.DefaultPrivileges;
import dev.retort.schema.Domain;
import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Sequence;
import dev.retort.schema.Snapshot;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Takes a snapshot apart into pieces that can be put in order. */
final class Pieces {
  private final Map<ObjectId, SchemaObject> objects;
  private final Set<ObjectId> created;
  private final Needs needs;
  private final List<Piece> pieces = new ArrayList<>();
  private final Map<ObjectId, Set<Piece.Key>> attachTo = new HashMap<>();
  private final Set<Piece.Key> indexAttaches;
  private Map<ObjectId, List<Constraint>> checks = Map.of();

  private Pieces(Snapshot snapshot, Set<ObjectId> created) {
    this.created = created;
    this.objects = snapshot.byId();
    this.needs = new Needs(snapshot.dependencies());
    this.indexAttaches = indexAttaches(snapshot);
  }

  /** All, with checks and defaults in the tables' own statements where that can be. */
  static List<Piece> of(Snapshot snapshot) {
    return of(snapshot, snapshot.byId().keySet());
  }

  /**
   * All, of tables that are not there yet as above; what others have is a piece of its own.
   *
   * @param created what is not there yet
   */
  static List<Piece> of(Snapshot snapshot, Set<ObjectId> created) {
    Pieces all = new Pieces(snapshot, created);
    List<Table> tables =
        snapshot.objects().stream().filter(Table.class::isInstance).map(Table.class::cast).toList();
    all.checks = all.checksByOwner();
    Set<ObjectId> inline = all.tables(tables);
    inline.addAll(all.domains());
    for (SchemaObject object : snapshot.objects()) {
      if (!inline.contains(object.id())) {
        all.add(object);
      }
    }
    return all.pieces;
  }

  private Map<ObjectId, List<Constraint>> checksByOwner() {
    Map<ObjectId, List<Constraint>> found = new HashMap<>();
    for (SchemaObject object : objects.values()) {
      if (object instanceof Constraint constraint && constraint.type() == Constraint.Type.CHECK) {
        found.computeIfAbsent(constraint.owner(), t -> new ArrayList<>()).add(constraint);
      }
    }
    return found;
  }

  /**
   * Adds new domains, with the checks that they can declare; these are returned with them. A check
   * that came later could not be added where an array or composite column is of the domain.
   */
  private Set<ObjectId> domains() {
    Set<ObjectId> done = new HashSet<>();
    for (SchemaObject object : objects.values()) {
      if (object instanceof Domain domain && created.contains(domain.id())) {
        List<Constraint> inline =
            checks.getOrDefault(domain.id(), List.of()).stream()
                .filter(check -> isValid(check) && needs.merge(check.id(), domain.id()))
                .toList();
        inline.forEach(check -> done.add(check.id()));
        done.add(domain.id());
        pieces.add(
            Piece.of(
                Piece.Key.of(domain.id()),
                ObjectDdl.phase(domain),
                ObjectDdl.domain(domain, inline),
                needs.of(domain.id())));
        privileges(domain.id(), TraitDdl.privileges(domain.id(), domain.traits()));
      }
    }
    return done;
  }

  private static boolean isValid(Constraint check) {
    return !check.definition().endsWith(" NOT VALID");
  }

  /** Adds the tables, with the checks that they can declare; these are returned. */
  private Set<ObjectId> tables(List<Table> tables) {
    Set<ObjectId> done = new HashSet<>();
    for (Table table : tables) {
      done.add(table.id());
      List<Table> parents =
          table.parents().stream()
              .flatMap(id -> Stream.ofNullable(objects.get(id)))
              .filter(Table.class::isInstance)
              .map(Table.class::cast)
              .toList();
      TableDdl ddl = new TableDdl(table, parents);
      List<Constraint> inline = new ArrayList<>();
      for (Constraint check : checks.getOrDefault(table.id(), List.of())) {
        if (ddl.inherits() && !check.local()) {
          done.add(check.id());
        } else if (created.contains(table.id())
            && isValid(check)
            && check.traits().comment().isEmpty()
            && needs.merge(check.id(), table.id())) {
          inline.add(check);
          done.add(check.id());
        }
      }
      add(table, ddl, inline);
    }
    return done;
  }

  private void add(Table table, TableDdl ddl, List<Constraint> checks) {
    ObjectId id = table.id();
    Set<String> apart = new HashSet<>();
    for (Column column : table.columns()) {
      if (column.value().orElse(null) instanceof Column.Value.Default value
          && (!ddl.inherits() || column.local())
          && !needs.mergeColumn(id, column.name())) {
        apart.add(column.name());
        pieces.add(columnDefault(id, column, value));
      } else {
        needs.takeColumn(id, column.name());
      }
    }
    Set<Piece.Key> own = needs.of(id);
    if (ddl.inherits()) {
      table.parents().forEach(parent -> own.add(Piece.Key.of(parent)));
    }
    pieces.add(Piece.of(Piece.Key.of(id), Phase.MAIN, ddl.create(apart, checks), own));
    attach(table, ddl.attach());
    List<String> completion = ddl.completion();
    if (!completion.isEmpty()) {
      Set<Piece.Key> indexes = new HashSet<>(Set.of(Piece.Key.of(id)));
      named(table.storage().replicaIdentity().replaceFirst("^USING INDEX ", ""), id, indexes);
      table.storage().clusterOn().ifPresent(index -> named(index, id, indexes));
      pieces.add(Piece.of(new Piece.Key(id, "completion"), Phase.COMPLETION, completion, indexes));
    }
    privileges(id, privileges(table));
  }

  private static List<String> privileges(Table table) {
    List<String> sql = new ArrayList<>(TraitDdl.privileges(table.id(), table.traits()));
    sql.addAll(TraitDdl.columnPrivileges(table.id(), table.traits(), table.columns()));
    for (Column column : table.columns()) {
      if (column.value().orElse(null) instanceof Column.Value.Identity(boolean a, Sequence s)) {
        sql.addAll(TraitDdl.privileges(s.id(), s.traits()));
      }
    }
    return sql;
  }

  private Piece columnDefault(ObjectId id, Column column, Column.Value.Default value) {
    Set<Piece.Key> own = needs.ofColumn(id, column.name());
    own.add(Piece.Key.of(id));
    String alter = "ALTER " + id.kind().words() + (id.kind() == ObjectKind.TABLE ? " ONLY " : " ");
    return Piece.of(
        new Piece.Key(id, "default " + column.name()),
        Phase.CHECK,
        List.of(
            alter
                + id.qualified()
                + " ALTER COLUMN "
                + column.name()
                + " SET DEFAULT "
                + value.expression()),
        own);
  }

  private void attach(Table table, List<String> sql) {
    if (sql.isEmpty()) {
      return;
    }
    Piece.Key key = new Piece.Key(table.id(), "attach");
    Set<Piece.Key> both = new HashSet<>(Set.of(Piece.Key.of(table.id())));
    for (ObjectId parent : table.parents()) {
      both.add(Piece.Key.of(parent));
      attachTo.computeIfAbsent(parent, p -> new HashSet<>()).add(key);
    }
    Stream.concat(Stream.of(table.id()), table.parents().stream())
        .flatMap(id -> checks.getOrDefault(id, List.of()).stream())
        .forEach(check -> both.add(Piece.Key.of(check.id())));
    pieces.add(Piece.of(key, Phase.ATTACH, sql, both));
  }

  /** The index of a name, or the constraint that brings it. */
  private void named(String name, ObjectId table, Set<Piece.Key> into) {
    into.add(Piece.Key.of(ObjectId.of(ObjectKind.INDEX, table.schema(), name)));
    into.add(Piece.Key.of(new ObjectId(ObjectKind.CONSTRAINT, table.schema(), name, table.name())));
  }

  private void privileges(ObjectId id, List<String> sql) {
    if (!sql.isEmpty()) {
      pieces.add(
          Piece.of(
              new Piece.Key(id, "privileges"), Phase.PRIVILEGES, sql, Set.of(Piece.Key.of(id))));
    }
  }

  private void add(SchemaObject object) {
    ObjectId id = object.id();
    Piece.Key key = Piece.Key.of(id);
    switch (object) {
      case Constraint constraint -> add(constraint);
      case dev.retort.schema.Index index -> add(index);
      case Sequence sequence -> add(sequence);
      case View view -> add(view);
      case DefaultPrivileges defaults ->
          pieces.add(
              Piece.of(
                  key,
                  Phase.DEFAULT_PRIVILEGES,
                  TraitDdl.defaultPrivileges(defaults),
                  needs.of(id)));
      default -> {
        List<String> sql = ObjectDdl.create(object);
        pieces.add(
            new Piece(
                key, ObjectDdl.phase(object), sql, needs.of(id), ObjectDdl.shell(object), sql));
        privileges(id, TraitDdl.privileges(id, object.traits()));
      }
    }
  }

  private void add(Sequence sequence) {
    ObjectId id = sequence.id();
    Piece.Key key = Piece.Key.of(id);
    List<String> sql = new ArrayList<>(List.of(SequenceDdl.create(sequence)));
    sql.addAll(TraitDdl.of(id, sequence.traits()));
    pieces.add(Piece.of(key, Phase.MAIN, sql, needs.of(id)));
    sequence
        .ownedBy()
        .ifPresent(
            owner ->
                pieces.add(
                    Piece.of(
                        new Piece.Key(id, "owned by"),
                        Phase.CHECK,
                        List.of(
                            "ALTER SEQUENCE "
                                + id.qualified()
                                + " OWNED BY "
                                + owner.table().qualified()
                                + "."
                                + owner.column()),
                        Set.of(key, Piece.Key.of(owner.table())))));
    privileges(id, TraitDdl.privileges(id, sequence.traits()));
  }

  private void add(View view) {
    ObjectId id = view.id();
    pieces.add(
        new Piece(
            Piece.Key.of(id),
            Phase.MAIN,
            ViewDdl.create(view, false),
            needs.of(id),
            ViewDdl.shell(view),
            ViewDdl.create(view, true)));
    for (Column column : view.columns()) {
      if (column.value().orElse(null) instanceof Column.Value.Default value) {
        pieces.add(columnDefault(id, column, value));
      }
    }
    view.clusterOn()
        .ifPresent(
            index -> {
              Set<Piece.Key> indexes = new HashSet<>();
              named(index, id, indexes);
              pieces.add(
                  Piece.of(
                      new Piece.Key(id, "completion"),
                      Phase.COMPLETION,
                      List.of("ALTER MATERIALIZED VIEW " + id.qualified() + " CLUSTER ON " + index),
                      indexes));
            });
    List<String> sql = new ArrayList<>(TraitDdl.privileges(id, view.traits()));
    sql.addAll(TraitDdl.columnPrivileges(id, view.traits(), view.columns()));
    privileges(id, sql);
  }

  private void add(Constraint constraint) {
    ObjectId id = constraint.id();
    boolean foreign = constraint.type() == Constraint.Type.FOREIGN_KEY;
    Set<Piece.Key> own = needs.of(id);
    own.add(Piece.Key.of(constraint.owner()));
    Phase phase =
        foreign ? Phase.FOREIGN_KEY : constraint.index().isPresent() ? Phase.INDEX : Phase.CHECK;
    if (foreign) {
      own.addAll(indexAttaches);
    }
    if (phase == Phase.INDEX) {
      own.addAll(attachTo.getOrDefault(constraint.owner(), Set.of()));
    }
    pieces.add(Piece.of(Piece.Key.of(id), phase, ConstraintDdl.create(constraint), own));
    constraint
        .index()
        .flatMap(Constraint.BackingIndex::parent)
        .ifPresent(parent -> indexAttach(id, constraint.owner(), parent));
  }

  private void add(dev.retort.schema.Index index) {
    ObjectId id = index.id();
    Set<Piece.Key> own = needs.of(id);
    own.add(Piece.Key.of(index.table()));
    own.addAll(attachTo.getOrDefault(index.table(), Set.of()));
    pieces.add(Piece.of(Piece.Key.of(id), Phase.INDEX, ConstraintDdl.create(index), own));
    index.parent().ifPresent(parent -> indexAttach(id, index.table(), parent));
  }

  /** The table must be a partition by then. */
  private void indexAttach(ObjectId id, ObjectId table, ObjectId parent) {
    pieces.add(
        Piece.of(
            new Piece.Key(id, "attach"),
            Phase.INDEX_ATTACH,
            List.of("ALTER INDEX " + parent.qualified() + " ATTACH PARTITION " + id.qualified()),
            Set.of(Piece.Key.of(id), Piece.Key.of(parent), new Piece.Key(table, "attach"))));
  }

  /** Every attaching of an index, since a foreign key may need any of them. */
  private static Set<Piece.Key> indexAttaches(Snapshot snapshot) {
    Set<Piece.Key> attaches = new HashSet<>();
    for (SchemaObject object : snapshot.objects()) {
      if (Bridge.indexParent(object).isPresent()) {
        attaches.add(new Piece.Key(object.id(), "attach"));
      }
    }
    return attaches;
  }
}
