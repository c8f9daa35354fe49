package dev.retort.schema.ddl;

import dev.retort.schema.Column;
import dev.retort.schema.ObjectId;
import dev.retort.schema.Sequence;
import java.util.List;
import java.util.Optional;

/** Writes what makes a column an identity, or another one. */
final class IdentityChange {
  private IdentityChange() {}

  private static Optional<Column.Value.Identity> identity(Column column) {
    return column
        .value()
        .filter(Column.Value.Identity.class::isInstance)
        .map(Column.Value.Identity.class::cast);
  }

  /** Whether the sequence can stay. */
  static boolean kept(Column before, Column after) {
    Optional<Column.Value.Identity> was = identity(before);
    Optional<Column.Value.Identity> is = identity(after);
    return was.isPresent()
        && is.isPresent()
        && was.get().sequence().id().equals(is.get().sequence().id())
        && was.get().sequence().unlogged() == is.get().sequence().unlogged();
  }

  static void of(
      ObjectId table,
      Column before,
      Column after,
      Column.Value.Identity is,
      String set,
      List<String> sql) {
    Sequence now = is.sequence();
    String sequence = "SEQUENCE " + now.id().qualified();
    if (!kept(before, after)) {
      sql.add(set + "ADD" + ColumnDdl.value(table, after, is, false));
      TableDdl.identity(after, sql);
      return;
    }
    Column.Value.Identity was = identity(before).orElseThrow();
    if (was.always() != is.always()) {
      sql.add(set + "SET GENERATED " + (is.always() ? "ALWAYS" : "BY DEFAULT"));
    }
    if (!was.sequence().type().equals(now.type()) || !was.sequence().range().equals(now.range())) {
      sql.add("ALTER " + sequence + " AS " + now.type() + " " + SequenceDdl.all(now.range()));
    }
    TraitChange.commentAndLabels(sequence, was.sequence().traits(), now.traits(), sql);
  }

  /** Privileges of the identity's sequence. */
  static void privileges(Optional<Column> before, Column after, List<String> sql) {
    identity(after)
        .map(Column.Value.Identity::sequence)
        .ifPresent(
            now ->
                before
                    .filter(was -> kept(was, after))
                    .flatMap(IdentityChange::identity)
                    .ifPresentOrElse(
                        was ->
                            sql.addAll(
                                TraitChange.privileges(
                                    now.id(), was.sequence().traits(), now.traits())),
                        () -> sql.addAll(TraitDdl.privileges(now.id(), now.traits()))));
  }
}
