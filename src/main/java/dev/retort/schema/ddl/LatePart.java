package dev.retort.schema.ddl;

import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.EnumType;
import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes what is altered and what is made, each after what it needs. */
final class LatePart {
  private static final ObjectId PUBLIC = ObjectId.of(ObjectKind.SCHEMA, "", "public");
  private final Departures departures;
  private final Map<ObjectId, SchemaObject> old;
  private final Map<ObjectId, SchemaObject> now;
  private final Set<ObjectId> made = new HashSet<>();
  private final List<Piece> pieces = new ArrayList<>();

  LatePart(Departures departures) {
    this.departures = departures;
    this.old = departures.old();
    this.now = departures.now();
    for (ObjectId id : now.keySet()) {
      if (!old.containsKey(id) || departures.rebuilt().contains(id)) {
        made.add(id);
      }
    }
  }

  List<Statement> statements() {
    List<Piece> all = Pieces.of(departures.after(), made);
    Set<Piece.Key> apart = new HashSet<>();
    all.forEach(piece -> apart.add(piece.key()));
    for (Piece piece : all) {
      ObjectId id = piece.key().object();
      if (made.contains(id)) {
        made(piece);
      } else {
        kept(piece, apart);
      }
    }
    for (SchemaObject object : now.values()) {
      if (!made.contains(object.id())) {
        extra(object);
      }
    }
    List<Statement> ordered = new ArrayList<>(Ordering.order(afterChecks()));
    if (made.contains(PUBLIC)) {
      ordered.addAll(0, publicSchema());
    }
    return ordered;
  }

  private List<Statement> publicSchema() {
    List<Statement> sql = new ArrayList<>();
    sql.add(new Statement(PUBLIC, "CREATE SCHEMA public"));
    Optional.ofNullable(now.get(PUBLIC))
        .flatMap(object -> object.traits().comment())
        .ifPresent(
            text ->
                sql.add(new Statement(PUBLIC, "COMMENT ON SCHEMA public IS " + Sql.literal(text))));
    if (departures.after().find(PUBLIC).flatMap(p -> p.traits().owner()).isEmpty()) {
      sql.add(new Statement(PUBLIC, "ALTER SCHEMA public OWNER TO pg_database_owner"));
    }
    boolean create = departures.after().majorVersion() < 15;
    sql.add(
        new Statement(
            PUBLIC,
            "GRANT " + (create ? "USAGE, CREATE" : "USAGE") + " ON SCHEMA public TO PUBLIC"));
    return sql;
  }

  private void made(Piece piece) {
    ObjectId id = piece.key().object();
    SchemaObject object = now.get(id);
    if (object instanceof Constraint check
        && Bridge.withParent(check, departures, made)
        && piece.key().part().isEmpty()) {
      return;
    }
    if (piece.key().part().equals("attach") && object instanceof Table) {
      pieces.add(withIndexes(piece));
    } else {
      pieces.add(piece);
    }
  }

  /**
   * A partition's indexes, and those of its own partitions, are there before the partitioned
   * table's would make others.
   */
  private Piece withIndexes(Piece piece) {
    Set<Piece.Key> needs = new TreeSet<>(piece.needs());
    Set<ObjectId> indexes = new HashSet<>();
    for (ObjectId id : made) {
      SchemaObject object = now.get(id);
      if (object != null
          && Bridge.ownerOf(object).equals(Optional.of(piece.key().object()))
          && Bridge.indexParent(object).filter(parent -> !made.contains(parent)).isPresent()) {
        needs.add(Piece.Key.of(id));
        indexes.add(id);
      }
    }
    boolean grown = !indexes.isEmpty();
    while (grown) {
      grown = false;
      for (ObjectId id : made) {
        Optional<ObjectId> parent = Optional.ofNullable(now.get(id)).flatMap(Bridge::indexParent);
        if (parent.filter(indexes::contains).isPresent() && indexes.add(id)) {
          needs.add(new Piece.Key(id, "attach"));
          grown = true;
        }
      }
    }
    return Piece.of(piece.key(), piece.phase(), piece.sql(), needs);
  }

  /** A domain has its checks before there are columns in which these cannot be looked for. */
  private List<Piece> afterChecks() {
    Map<ObjectId, Set<Piece.Key>> checks = new HashMap<>();
    for (Piece piece : pieces) {
      if (now.get(piece.key().object()) instanceof Constraint check
          && check.owner().kind() == ObjectKind.DOMAIN) {
        checks.computeIfAbsent(check.owner(), d -> new HashSet<>()).add(piece.key());
      }
    }
    return checks.isEmpty()
        ? pieces
        : pieces.stream().map(piece -> afterChecks(piece, checks)).toList();
  }

  private static Piece afterChecks(Piece piece, Map<ObjectId, Set<Piece.Key>> checks) {
    Set<Piece.Key> needs = new TreeSet<>(piece.needs());
    for (Piece.Key need : piece.needs()) {
      Set<Piece.Key> more = checks.getOrDefault(need.object(), Set.of());
      if (!more.contains(piece.key())) {
        needs.addAll(more);
      }
    }
    return new Piece(piece.key(), piece.phase(), piece.sql(), needs, piece.shell(), piece.body());
  }

  /** A piece of what is there already: only as far as it is to be another. */
  private void kept(Piece piece, Set<Piece.Key> apart) {
    ObjectId id = piece.key().object();
    SchemaObject was = old.get(id);
    SchemaObject is = now.get(id);
    if (was == null || is == null) {
      return;
    }
    String part = piece.key().part();
    if (part.startsWith("default ")) {
      keptDefault(piece, id, part.substring("default ".length()));
    } else if (part.equals("attach")) {
      if (is instanceof Table table
          ? !departures.keptParents(id).equals(new HashSet<>(table.parents()))
          : Bridge.indexParent(is).map(made::contains).orElse(false)) {
        pieces.add(is instanceof Table ? withIndexes(piece) : piece);
      }
    } else if (part.equals("completion")) {
      if (completes(was, is)) {
        pieces.add(piece);
      }
    } else if (part.equals("owned by")) {
      if (departures.disowned().contains(id)
          || (is instanceof Sequence now
              && was instanceof Sequence then
              && !now.ownedBy().equals(then.ownedBy()))) {
        pieces.add(piece);
      }
    } else if (part.isEmpty()) {
      List<String> sql = alter(was, is, apart);
      if (!sql.isEmpty()) {
        Set<Piece.Key> needs = new TreeSet<>(piece.needs());
        if (is instanceof Table) {
          departures.keptParents(id).forEach(parent -> needs.add(Piece.Key.of(parent)));
        }
        pieces.add(Piece.of(piece.key(), piece.phase(), sql, needs));
      }
    }
  }

  private void keptDefault(Piece piece, ObjectId id, String column) {
    TableChange change = departures.tables().get(id);
    if (change != null && change.setsDefault(column)) {
      pieces.add(piece);
    }
  }

  private List<String> alter(SchemaObject was, SchemaObject is, Set<Piece.Key> apart) {
    TableChange change = departures.tables().get(is.id());
    if (change != null && is instanceof Table table) {
      Set<String> columns = new HashSet<>();
      for (Column column : table.columns()) {
        if (apart.contains(new Piece.Key(table.id(), "default " + column.name()))) {
          columns.add(column.name());
        }
      }
      List<String> sql = new ArrayList<>(change.late(columns));
      sql.addAll(ofType(was, table));
      return sql;
    }
    if (was.equals(is)) {
      return List.of();
    }
    List<String> sql = ObjectChange.of(was, is).orElse(List.of());
    return is instanceof EnumType
        ? sql.stream().filter(s -> !s.contains(" ADD VALUE ")).toList()
        : sql;
  }

  private List<String> ofType(SchemaObject before, Table is) {
    boolean typeMade =
        made.stream()
            .anyMatch(
                id ->
                    id.kind() == ObjectKind.TYPE
                        && is.ofType().equals(Optional.of(id.qualified())));
    return before instanceof Table was
            && is.ofType().isPresent()
            && (typeMade || !was.ofType().equals(is.ofType()))
        ? List.of("ALTER TABLE " + is.id().qualified() + " OF " + is.ofType().get())
        : List.of();
  }

  private boolean completes(SchemaObject was, SchemaObject is) {
    if (was instanceof Table then && is instanceof Table table) {
      return !then.storage().clusterOn().equals(table.storage().clusterOn())
          || !then.storage().replicaIdentity().equals(table.storage().replicaIdentity())
          || madeIndex(table.id(), table.storage().clusterOn().orElse(""))
          || madeIndex(
              table.id(), table.storage().replicaIdentity().replaceFirst("^USING INDEX ", ""));
    }
    return was instanceof View then
        && is instanceof View view
        && (!then.clusterOn().equals(view.clusterOn())
            || madeIndex(view.id(), view.clusterOn().orElse("")));
  }

  private boolean madeIndex(ObjectId table, String name) {
    return made.contains(ObjectId.of(ObjectKind.INDEX, table.schema(), name))
        || made.contains(new ObjectId(ObjectKind.CONSTRAINT, table.schema(), name, table.name()));
  }

  /** What no piece of the new schema tells, since there it is nothing. */
  private void extra(SchemaObject is) {
    ObjectId id = is.id();
    SchemaObject was = old.get(id);
    if (was == null) {
      return;
    }
    TableChange change = departures.tables().get(id);
    List<String> privileges =
        change != null ? change.privileges() : was.equals(is) ? List.of() : privileges(was, is);
    add(id, "privileges", Phase.PRIVILEGES, privileges);
    if (change != null) {
      add(id, "completion reset", Phase.COMPLETION, change.completionReset());
    }
    if (was instanceof View then
        && is instanceof View view
        && then.clusterOn().isPresent()
        && view.clusterOn().isEmpty()) {
      add(
          id,
          "completion reset",
          Phase.COMPLETION,
          List.of("ALTER MATERIALIZED VIEW " + id.qualified() + " SET WITHOUT CLUSTER"));
    }
  }

  private static List<String> privileges(SchemaObject was, SchemaObject is) {
    List<String> sql = new ArrayList<>(TraitChange.privileges(is.id(), was.traits(), is.traits()));
    if (was instanceof View then && is instanceof View view) {
      for (int i = 0; i < view.columns().size(); i++) {
        Column column = view.columns().get(i);
        if (i < then.columns().size()) {
          sql.addAll(
              TraitChange.columnPrivileges(
                  is.id(), then.columns().get(i), column, was.traits(), is.traits()));
        } else {
          sql.addAll(TraitDdl.columnPrivileges(is.id(), is.traits(), List.of(column)));
        }
      }
    }
    return sql;
  }

  private void add(ObjectId id, String part, Phase phase, List<String> sql) {
    if (!sql.isEmpty()) {
      pieces.add(Piece.of(new Piece.Key(id, part), phase, sql, Set.of(Piece.Key.of(id))));
    }
  }
}
