package dev.retort.schema.ddl;

import dev.retort.schema.Constraint;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;

/** Writes constraints and indexes. */
final class ConstraintDdl {
  private ConstraintDdl() {}

  static List<String> create(Constraint constraint) {
    List<String> sql = new ArrayList<>();
    sql.add(
        "ALTER "
            + constraint.owner().kind().words()
            + (only(constraint) ? " ONLY " : " ")
            + constraint.owner().qualified()
            + "\n    ADD CONSTRAINT "
            + constraint.id().name()
            + " "
            + constraint.definition());
    TraitDdl.commentAndLabels(
        TraitDdl.constraint(constraint.id(), constraint.owner()), constraint.traits(), sql);
    constraint
        .index()
        .ifPresent(
            index -> {
              String name = constraint.id().qualified();
              if (!index.options().isEmpty()) {
                sql.add("ALTER INDEX " + name + " SET " + Sql.parameters(index.options()));
              }
              index
                  .tablespace()
                  .ifPresent(space -> sql.add("ALTER INDEX " + name + " SET TABLESPACE " + space));
              index
                  .comment()
                  .ifPresent(
                      text -> sql.add("COMMENT ON INDEX " + name + " IS " + Sql.literal(text)));
            });
    return sql;
  }

  /** An index is made for this table alone; a foreign key or check goes down to its parts. */
  private static boolean only(Constraint constraint) {
    return constraint.index().isPresent() && constraint.owner().kind() == ObjectKind.TABLE;
  }

  static List<String> create(Index index) {
    List<String> sql = new ArrayList<>();
    String name = index.id().qualified();
    sql.add(index.definition());
    index
        .tablespace()
        .ifPresent(space -> sql.add("ALTER INDEX " + name + " SET TABLESPACE " + space));
    for (String target : index.statistics()) {
      int equals = target.indexOf('=');
      sql.add(
          "ALTER INDEX "
              + name
              + " ALTER COLUMN "
              + target.substring(0, equals)
              + " SET STATISTICS "
              + target.substring(equals + 1));
    }
    TraitDdl.commentAndLabels("INDEX " + name, index.traits(), sql);
    return sql;
  }
}
