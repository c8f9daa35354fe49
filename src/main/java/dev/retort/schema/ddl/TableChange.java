package dev.retort.schema.ddl;

import dev.retort.schema.Column;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.Options;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Writes what makes one table another that has the same name. */
final class TableChange {
  private final Table before;
  private final Table after;
  private final Map<String, Column> old = new LinkedHashMap<>();
  private final Map<String, Column> now = new LinkedHashMap<>();
  private final Map<String, Column> formerParentColumns = new LinkedHashMap<>();
  private final Map<String, Column> parentColumns = new LinkedHashMap<>();
  private final Set<String> replaced = new HashSet<>();
  private final Set<String> released = new HashSet<>();
  private final Predicate<Column> remade;
  private final int version;
  private final String alter;
  private final String only;

  /**
   * A change.
   *
   * @param parentsBefore the kept parents as they were
   * @param parentsAfter the kept parents as they will be
   * @param remade whether a column's type or collation is dropped and made again; may grow
   */
  TableChange(
      Table before,
      Table after,
      List<Table> parentsBefore,
      List<Table> parentsAfter,
      Predicate<Column> remade,
      int version) {
    this.before = before;
    this.after = after;
    this.remade = remade;
    this.version = version;
    before.columns().forEach(column -> old.put(column.name(), column));
    after.columns().forEach(column -> now.put(column.name(), column));
    parentsBefore.forEach(
        p -> p.columns().forEach(c -> formerParentColumns.putIfAbsent(c.name(), c)));
    parentsAfter.forEach(p -> p.columns().forEach(c -> parentColumns.putIfAbsent(c.name(), c)));
    this.alter = "ALTER " + after.id().kind().words() + " " + after.id().qualified();
    this.only = "ALTER " + after.id().kind().words() + " ONLY " + after.id().qualified();
    for (Column column : before.columns()) {
      Column is = now.get(column.name());
      if (is != null && GeneratedColumns.mustBeMadeAnew(column, is, version)) {
        replaced.add(column.name());
      }
    }
    spread();
  }

  /** Whether ALTER can do it. */
  boolean possible() {
    boolean sameParents =
        before.parents().equals(after.parents()) || (isPart(before) && isPart(after));
    return sameParents
        && before.partition().key().equals(after.partition().key())
        && before
            .foreign()
            .map(Table.Foreign::server)
            .equals(after.foreign().map(Table.Foreign::server))
        && after.partition().key().map(key -> free(key, hard())).orElse(true);
  }

  private static boolean isPart(Table table) {
    return table.partition().bound().isPresent() || table.parents().isEmpty();
  }

  private static boolean free(String text, Set<String> columns) {
    return columns.stream().noneMatch(column -> Words.has(text, column));
  }

  /** Columns of which others must let go meanwhile: gone, made anew, or of another type. */
  Set<String> hard() {
    Set<String> hard = new HashSet<>(replaced);
    for (Column column : before.columns()) {
      Column is = now.get(column.name());
      if (is == null || retyped(column, is)) {
        hard.add(column.name());
      }
    }
    return hard;
  }

  /** Columns that are dropped, for good or to be made anew. */
  Set<String> dropped() {
    Set<String> dropped = new HashSet<>(replaced);
    old.keySet().stream().filter(name -> !now.containsKey(name)).forEach(dropped::add);
    return dropped;
  }

  private boolean retyped(Column was, Column is) {
    return !was.type().equals(is.type())
        || !was.collation().equals(is.collation())
        || remade.test(is);
  }

  /** A generated column is made anew where what it is made of is. */
  void spread() {
    boolean grown = true;
    while (grown) {
      grown = false;
      Set<String> hard = hard();
      for (Column column : before.columns()) {
        if (column.value().orElse(null) instanceof Column.Value.Generated generated
            && !replaced.contains(column.name())
            && now.containsKey(column.name())
            && hard.stream()
                .anyMatch(h -> !h.equals(column.name()) && Words.has(generated.expression(), h))) {
          grown |= replaced.add(column.name());
        }
      }
    }
  }

  /** Lets go of what a column's default or generation expression needs; says if that is new. */
  boolean release(String name) {
    Column column = old.get(name);
    if (column == null || !now.containsKey(name)) {
      return false;
    }
    if (column.value().orElse(null) instanceof Column.Value.Generated) {
      return replaced.add(name);
    }
    return released.add(name);
  }

  /** What must go before what it needs goes. */
  List<String> early() {
    List<String> sql = new ArrayList<>();
    for (Column column : before.columns()) {
      Column is = now.get(column.name());
      if (is == null || replaced.contains(column.name())) {
        continue;
      }
      String set = " ALTER COLUMN " + column.name() + " ";
      switch (column.value().orElse(null)) {
        case Column.Value.Default d -> {
          if (!keepsDefault(column, is)) {
            sql.add(only + set + "DROP DEFAULT");
          }
        }
        case Column.Value.Identity identity -> {
          if (!IdentityChange.kept(column, is)) {
            sql.add(alter + set + "DROP IDENTITY");
          }
        }
        case Column.Value.Generated g -> {
          if (!(is.value().orElse(null) instanceof Column.Value.Generated)) {
            sql.add(alter + set + "DROP EXPRESSION");
          }
        }
        case null -> {}
      }
    }
    drops(c -> !driven(c), this::wasGenerated, "", sql);
    drops(c -> !driven(c), c -> !wasGenerated(c), "", sql);
    return sql;
  }

  private boolean driven(String column) {
    return formerParentColumns.containsKey(column);
  }

  private boolean wasGenerated(String name) {
    Column column = old.get(name);
    return column != null && generated(column);
  }

  private static boolean generated(Column column) {
    return column.value().orElse(null) instanceof Column.Value.Generated;
  }

  private void drops(
      Predicate<String> which, Predicate<String> round, String exists, List<String> sql) {
    for (String name : old.keySet()) {
      if (dropped().contains(name) && which.test(name) && round.test(name)) {
        sql.add(alter + " DROP COLUMN " + exists + name);
      }
    }
  }

  /** What a parent's change may have left here. */
  List<String> leftovers() {
    List<String> sql = new ArrayList<>();
    drops(c -> driven(c) && !parentColumns.containsKey(c), c -> true, "IF EXISTS ", sql);
    return sql;
  }

  private boolean keepsDefault(Column was, Column is) {
    return was.value().equals(is.value()) && !released.contains(was.name()) && !retyped(was, is);
  }

  /**
   * What makes it what it is to be, privileges and what refers to indexes left aside.
   *
   * @param apart columns whose default is set by itself
   */
  List<String> late(Set<String> apart) {
    List<String> sql = new ArrayList<>();
    for (Column column : after.columns()) {
      Column was = replaced.contains(column.name()) ? null : old.get(column.name());
      if (was == null) {
        added(column, apart, sql);
      } else {
        changed(was, column, apart, sql);
      }
    }
    sql.addAll(TraitChange.of(after.id(), before.traits(), after.traits()));
    StorageChange.of(before, after, sql);
    return sql;
  }

  private void added(Column column, Set<String> apart, List<String> sql) {
    boolean late = apart.contains(column.name());
    if (!parentColumns.containsKey(column.name())) {
      sql.add(alter + " ADD COLUMN " + ColumnDdl.full(after.id(), column, !late));
      column
          .notNull()
          .filter(notNull -> !notNull.validated())
          .ifPresent(n -> sql.add(alter + " ADD" + TableDdl.notValid(column, n)));
    } else {
      Column parent = parentColumns.get(column.name());
      Optional<Column.Value> given = parent == null ? Optional.empty() : parent.value();
      if (!given.equals(column.value())
          && !(given.orElse(null) instanceof Column.Value.Identity)
          && !generated(column)) {
        defaultTo(column, late, sql);
      }
      NotNullChange.of(
          alter,
          column.name(),
          parent == null ? Optional.empty() : parent.notNull(),
          column.notNull(),
          sql);
    }
    TraitDdl.columns(after.id(), List.of(column), sql);
    sql.addAll(ColumnDdl.tuning(only, column));
    TableDdl.identity(column, sql);
  }

  private void defaultTo(Column column, boolean late, List<String> sql) {
    String set = only + " ALTER COLUMN " + column.name();
    if (column.value().orElse(null) instanceof Column.Value.Default(String expression)) {
      if (!late) {
        sql.add(set + " SET DEFAULT " + expression);
      }
    } else {
      sql.add(set + " DROP DEFAULT");
    }
  }

  private void changed(Column was, Column is, Set<String> apart, List<String> sql) {
    String set = alter + " ALTER COLUMN " + is.name() + " ";
    boolean driven =
        formerParentColumns.containsKey(is.name()) && parentColumns.containsKey(is.name());
    if (retyped(was, is) && !driven) {
      sql.add(set + type(is));
    }
    boolean withParent =
        driven
            && was.notNull().isPresent() != is.notNull().isPresent()
            && Optional.ofNullable(parentColumns.get(is.name()))
                .map(parent -> parent.notNull().isPresent() == is.notNull().isPresent())
                .orElse(false);
    if (!withParent) {
      NotNullChange.of(alter, is.name(), inherited(was, is), is.notNull(), sql);
    }
    value(was, is, apart, set, sql);
    TuningChange.of(only, was, is, version, sql);
    TraitChange.commentAndLabels(
        "COLUMN " + after.id().qualified() + "." + is.name(), was.traits(), is.traits(), sql);
  }

  /** What it is by then: with the parent's constraint, that of the child gets its new name. */
  private Optional<Column.NotNull> inherited(Column was, Column is) {
    boolean withParent =
        NotNullChange.passedOn(formerParentColumns.get(is.name()))
            && NotNullChange.passedOn(parentColumns.get(is.name()));
    return withParent && is.notNull().isPresent()
        ? was.notNull().map(old -> old.named(is.notNull().get().name()))
        : was.notNull();
  }

  private String type(Column column) {
    String text =
        "TYPE "
            + column.type()
            + column.collation().map(collation -> " COLLATE " + collation).orElse("");
    if (after.id().kind() == ObjectKind.FOREIGN_TABLE) {
      return text;
    }
    boolean generated = column.value().orElse(null) instanceof Column.Value.Generated;
    return generated ? text : text + " USING " + column.name() + "::text::" + column.type();
  }

  private void value(Column was, Column is, Set<String> apart, String set, List<String> sql) {
    switch (is.value().orElse(null)) {
      case Column.Value.Default(String expression) -> {
        if (!keepsDefault(was, is) && !apart.contains(is.name())) {
          sql.add(only + " ALTER COLUMN " + is.name() + " SET DEFAULT " + expression);
        }
      }
      case Column.Value.Generated(String expression, boolean stored) -> {
        if (!was.value().equals(is.value())) {
          sql.add(set + "SET EXPRESSION AS (" + expression + ")");
        }
      }
      case Column.Value.Identity identity ->
          IdentityChange.of(after.id(), was, is, identity, set, sql);
      case null -> {}
    }
  }

  /** Whether the default that comes by itself must come. */
  boolean setsDefault(String name) {
    Column was = replaced.contains(name) ? null : old.get(name);
    Column is = now.get(name);
    return is != null && (was == null || !keepsDefault(was, is));
  }

  /** Whether the order of the columns will be another than it should be. */
  boolean orderIsLost() {
    List<String> reached = new ArrayList<>(old.keySet());
    reached.removeAll(dropped());
    now.keySet().stream().filter(name -> !reached.contains(name)).forEach(reached::add);
    return !reached.equals(List.copyOf(now.keySet()));
  }

  /** Privileges of the table and its columns. */
  List<String> privileges() {
    List<String> sql =
        new ArrayList<>(TraitChange.privileges(after.id(), before.traits(), after.traits()));
    for (Column column : after.columns()) {
      Column was = replaced.contains(column.name()) ? null : old.get(column.name());
      if (was == null) {
        sql.addAll(TraitDdl.columnPrivileges(after.id(), after.traits(), List.of(column)));
      } else {
        sql.addAll(
            TraitChange.columnPrivileges(after.id(), was, column, before.traits(), after.traits()));
      }
      IdentityChange.privileges(Optional.ofNullable(was), column, sql);
    }
    return sql;
  }

  /** What refers to indexes and is to do so no more. */
  List<String> completionReset() {
    List<String> sql = new ArrayList<>();
    if (after.storage().clusterOn().isEmpty() && before.storage().clusterOn().isPresent()) {
      sql.add("ALTER TABLE " + after.id().qualified() + " SET WITHOUT CLUSTER");
    }
    if (after.storage().replicaIdentity().equals("DEFAULT")
        && !before.storage().replicaIdentity().equals("DEFAULT")) {
      sql.add("ALTER TABLE ONLY " + after.id().qualified() + " REPLICA IDENTITY DEFAULT");
    }
    return sql;
  }

  /** Options by name, set and reset. */
  static void options(
      String alter, Map<String, String> before, Map<String, String> after, List<String> sql) {
    Map<String, String> set = new LinkedHashMap<>(after);
    set.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
    List<String> reset = before.keySet().stream().filter(key -> !after.containsKey(key)).toList();
    if (!reset.isEmpty()) {
      sql.add(alter + " RESET (" + String.join(", ", reset) + ")");
    }
    if (!set.isEmpty()) {
      sql.add(alter + " SET " + Sql.parameters(Options.sorted(set)));
    }
  }
}
