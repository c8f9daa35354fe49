package dev.retort.schema.ddl;

import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Inheritance;
import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a table and what completes it. */
final class TableDdl {
  private final Table table;
  private final List<Table> parents;
  private final boolean inherits;

  /**
   * A table to be written.
   *
   * @param parents the tables it inherits from
   */
  TableDdl(Table table, List<Table> parents) {
    this.table = table;
    this.parents = parents;
    this.inherits = Inheritance.declared(table, parents);
  }

  /** Whether INHERITS brings what is only the parents'. */
  boolean inherits() {
    return inherits;
  }

  /**
   * CREATE TABLE and what follows at once.
   *
   * @param apart columns whose default comes later
   * @param checks constraints that can be declared with it
   */
  List<String> create(Set<String> apart, List<Constraint> checks) {
    List<String> sql = new ArrayList<>();
    sql.add(head() + items(apart, checks) + tail());
    sql.addAll(TraitDdl.of(table.id(), table.traits()));
    TraitDdl.columns(table.id(), table.columns(), sql);
    String alter = "ALTER " + table.id().kind().words() + " ONLY " + table.id().qualified();
    for (Column column : table.columns()) {
      sql.addAll(ColumnDdl.tuning(alter, column));
      column
          .notNull()
          .filter(notNull -> !notNull.validated() && (!inherits || notNull.local()))
          .ifPresent(notNull -> sql.add(alter + " ADD" + notValid(column, notNull)));
      if (inherits && !column.local()) {
        // Declared in no table's statement before version 18.
        column
            .notNull()
            .filter(Column.NotNull.PLAIN::equals)
            .ifPresent(n -> sql.add(alter + " ALTER COLUMN " + column.name() + " SET NOT NULL"));
      }
      if (inherits) {
        inheritedDefault(column).ifPresent(change -> sql.add(alter + change));
      }
      identity(column, sql);
    }
    security(sql);
    return sql;
  }

  static String notValid(Column column, Column.NotNull notNull) {
    return notNull.name().map(name -> " CONSTRAINT " + name).orElse("")
        + " NOT NULL "
        + column.name()
        + (notNull.noInherit() ? " NO INHERIT" : "")
        + " NOT VALID";
  }

  static void identity(Column column, List<String> sql) {
    if (column.value().orElse(null) instanceof Column.Value.Identity identity) {
      TraitDdl.commentAndLabels(
          "SEQUENCE " + identity.sequence().id().qualified(), identity.sequence().traits(), sql);
    }
  }

  private Optional<String> inheritedDefault(Column column) {
    boolean declared = column.local() && column.value().isPresent();
    Optional<Column.Value> parents =
        this.parents.stream()
            .flatMap(parent -> parent.columns().stream())
            .filter(other -> other.name().equals(column.name()))
            .flatMap(other -> other.value().stream())
            .filter(Column.Value.Default.class::isInstance)
            .findFirst();
    if (declared || parents.equals(column.value())) {
      return Optional.empty();
    }
    return switch (column.value().orElse(null)) {
      case Column.Value.Default(String expression) ->
          Optional.of(" ALTER COLUMN " + column.name() + " SET DEFAULT " + expression);
      case null ->
          parents.isPresent()
              ? Optional.of(" ALTER COLUMN " + column.name() + " DROP DEFAULT")
              : Optional.empty();
      case Column.Value.Generated g -> Optional.empty();
      case Column.Value.Identity i -> Optional.empty();
    };
  }

  private String head() {
    return "CREATE "
        + (table.storage().unlogged() ? "UNLOGGED " : "")
        + table.id().kind().words()
        + " "
        + table.id().qualified()
        + table.ofType().map(type -> " OF " + type).orElse("")
        + " ";
  }

  private String items(Set<String> apart, List<Constraint> checks) {
    List<String> items = new ArrayList<>();
    for (Column column : table.columns()) {
      boolean here = !apart.contains(column.name());
      if (table.ofType().isPresent()) {
        items.add(ColumnDdl.withOptions(table.id(), column, here));
      } else if (!inherits || column.local()) {
        items.add(ColumnDdl.full(table.id(), column, here));
      } else {
        column
            .notNull()
            .filter(notNull -> notNull.local() && notNull.validated())
            .filter(notNull -> !notNull.equals(Column.NotNull.PLAIN))
            .ifPresent(
                notNull ->
                    items.add(
                        notNull.name().map(name -> "CONSTRAINT " + name + " ").orElse("")
                            + "NOT NULL "
                            + column.name()
                            + (notNull.noInherit() ? " NO INHERIT" : "")));
      }
    }
    checks.forEach(
        check -> items.add("CONSTRAINT " + check.id().name() + " " + check.definition()));
    items.removeIf(String::isEmpty);
    return items.isEmpty() && table.ofType().isPresent() ? "" : Sql.lines(items);
  }

  private String tail() {
    Table.Storage storage = table.storage();
    StringBuilder text = new StringBuilder();
    if (inherits) {
      text.append(
          table.parents().stream()
              .map(ObjectId::qualified)
              .collect(Collectors.joining(", ", "\nINHERITS (", ")")));
    }
    table.partition().key().ifPresent(key -> text.append("\nPARTITION BY ").append(key));
    table
        .foreign()
        .ifPresent(
            foreign -> {
              text.append("\nSERVER ").append(foreign.server());
              if (!foreign.options().isEmpty()) {
                text.append(' ').append(Sql.foreignOptions(foreign.options()));
              }
            });
    storage
        .accessMethod()
        .filter(method -> !method.equals("heap"))
        .ifPresent(method -> text.append("\nUSING ").append(method));
    if (!storage.options().isEmpty()) {
      text.append("\nWITH ").append(Sql.parameters(storage.options()));
    }
    storage.tablespace().ifPresent(space -> text.append("\nTABLESPACE ").append(space));
    return text.toString();
  }

  private void security(List<String> sql) {
    String alter = "ALTER TABLE " + table.id().qualified();
    if (table.security().enabled()) {
      sql.add(alter + " ENABLE ROW LEVEL SECURITY");
    }
    if (table.security().forced()) {
      sql.add(alter + " FORCE ROW LEVEL SECURITY");
    }
  }

  /** What makes it a partition or, where its columns stand in another order, a child. */
  List<String> attach() {
    List<String> sql = new ArrayList<>();
    if (inherits) {
      return sql;
    }
    for (ObjectId parent : table.parents()) {
      sql.add(
          table
              .partition()
              .bound()
              .map(
                  bound ->
                      "ALTER TABLE ONLY "
                          + parent.qualified()
                          + " ATTACH PARTITION "
                          + table.id().qualified()
                          + " "
                          + bound)
              .orElseGet(
                  () ->
                      "ALTER "
                          + (table.id().kind() == ObjectKind.FOREIGN_TABLE ? "FOREIGN " : "")
                          + "TABLE "
                          + table.id().qualified()
                          + " INHERIT "
                          + parent.qualified()));
    }
    return sql;
  }

  /** What refers to its indexes. */
  List<String> completion() {
    List<String> sql = new ArrayList<>();
    String alter = "ALTER TABLE ONLY " + table.id().qualified();
    if (!table.storage().replicaIdentity().equals("DEFAULT")
        && table.id().kind() == ObjectKind.TABLE) {
      sql.add(alter + " REPLICA IDENTITY " + table.storage().replicaIdentity());
    }
    table
        .storage()
        .clusterOn()
        .ifPresent(
            index -> sql.add("ALTER TABLE " + table.id().qualified() + " CLUSTER ON " + index));
    return sql;
  }
}
