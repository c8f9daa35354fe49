package dev.retort.schema.ddl;

import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.GeneralObject;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.Routine;
import dev.retort.schema.Rule;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Sequence;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what makes an object that is no table another of the same name. */
final class ObjectChange {
  private ObjectChange() {}

  /** The statements; absent if it can only be dropped and made again. */
  static Optional<List<String>> of(SchemaObject before, SchemaObject after) {
    List<String> sql = new ArrayList<>();
    if (after instanceof GeneralObject now
        && before instanceof GeneralObject old
        && now.id().kind() == ObjectKind.EXTENSION) {
      return Optional.of(ExtensionChange.of(old, now));
    }
    boolean possible =
        Bare.of(before).equals(Bare.of(after))
            || switch (after) {
              case View now when before instanceof View old -> view(old, now, sql);
              case Routine now when before instanceof Routine old -> routine(old, now, sql);
              case Sequence now when before instanceof Sequence old -> sequence(old, now, sql);
              case EnumType now when before instanceof EnumType old -> labels(old, now, sql);
              case Domain now when before instanceof Domain old -> domain(old, now, sql);
              case Constraint now when before instanceof Constraint old -> validate(old, now, sql);
              case Trigger now when before instanceof Trigger old -> {
                boolean same =
                    old.definition().equals(now.definition()) && old.inherited() == now.inherited();
                sql.add(
                    "ALTER TABLE "
                        + now.table().qualified()
                        + " "
                        + now.firing().words()
                        + " TRIGGER "
                        + now.id().name());
                yield same;
              }
              case Rule now when before instanceof Rule old -> {
                sql.add(
                    "ALTER TABLE "
                        + now.table().qualified()
                        + " "
                        + now.firing().words()
                        + " RULE "
                        + now.id().name());
                yield old.definition().equals(now.definition());
              }
              default -> false;
            };
    if (!possible) {
      return Optional.empty();
    }
    traits(before, after, sql);
    return Optional.of(sql);
  }

  /** Whether an object differs only in what can be changed whatever it is. */
  static boolean onlyTraits(@Nullable SchemaObject before, SchemaObject after) {
    return before != null && Bare.of(before).equals(Bare.of(after));
  }

  private static void traits(SchemaObject before, SchemaObject after, List<String> sql) {
    switch (after) {
      case Constraint constraint ->
          TraitChange.commentAndLabels(
              TraitDdl.constraint(constraint.id(), constraint.owner()),
              before.traits(),
              after.traits(),
              sql);
      case Sequence sequence when goesWithTable(before, sequence) ->
          TraitChange.commentAndLabels(
              "SEQUENCE " + sequence.id().qualified(), before.traits(), after.traits(), sql);
      default -> sql.addAll(TraitChange.of(after.id(), before.traits(), after.traits()));
    }
  }

  /** The owner of its table is its own, and changes with it; it can be given no other. */
  private static boolean goesWithTable(SchemaObject before, Sequence after) {
    return before instanceof Sequence was
        && was.ownedBy().isPresent()
        && was.ownedBy().equals(after.ownedBy());
  }

  /** CREATE OR REPLACE VIEW may add columns at the end and change nothing else about them. */
  private static boolean view(View before, View after, List<String> sql) {
    if (after.materialized() || after.columns().size() < before.columns().size()) {
      return false;
    }
    for (int i = 0; i < before.columns().size(); i++) {
      Column was = before.columns().get(i);
      Column is = after.columns().get(i);
      if (!was.name().equals(is.name())
          || !was.type().equals(is.type())
          || !was.collation().equals(is.collation())) {
        return false;
      }
    }
    sql.add(ViewDdl.create(after, true).getFirst());
    for (int i = 0; i < after.columns().size(); i++) {
      Column is = after.columns().get(i);
      Column was = i < before.columns().size() ? before.columns().get(i) : is;
      String name = after.id().qualified() + "." + is.name();
      if (i >= before.columns().size()) {
        TraitDdl.columns(after.id(), List.of(is), sql);
      } else {
        TraitChange.commentAndLabels("COLUMN " + name, was.traits(), is.traits(), sql);
      }
      if (!was.value().equals(is.value())) {
        if (!(is.value().orElse(null) instanceof Column.Value.Default(String expression))) {
          sql.add(
              "ALTER VIEW "
                  + after.id().qualified()
                  + " ALTER COLUMN "
                  + is.name()
                  + " DROP DEFAULT");
        } else {
          sql.add(
              "ALTER VIEW "
                  + after.id().qualified()
                  + " ALTER COLUMN "
                  + is.name()
                  + " SET DEFAULT "
                  + expression);
        }
      }
    }
    return true;
  }

  private static boolean routine(Routine before, Routine after, List<String> sql) {
    sql.add(after.definition());
    return after.id().kind() != ObjectKind.AGGREGATE
        && after.definition().startsWith("CREATE OR REPLACE ")
        && before.result().equals(after.result())
        && before.arguments().equals(after.arguments());
  }

  private static boolean sequence(Sequence before, Sequence after, List<String> sql) {
    String alter = "ALTER SEQUENCE " + after.id().qualified();
    if (!before.type().equals(after.type()) || !before.range().equals(after.range())) {
      sql.add(alter + " AS " + after.type() + " " + SequenceDdl.all(after.range()));
    }
    if (before.unlogged() != after.unlogged()) {
      sql.add(alter + (after.unlogged() ? " SET UNLOGGED" : " SET LOGGED"));
    }
    return true;
  }

  /** Labels may be added anywhere, but neither taken away nor moved. */
  private static boolean labels(EnumType before, EnumType after, List<String> sql) {
    List<String> kept = after.labels().stream().filter(before.labels()::contains).toList();
    if (!kept.equals(before.labels())) {
      return false;
    }
    for (int i = 0; i < after.labels().size(); i++) {
      String label = after.labels().get(i);
      if (!before.labels().contains(label)) {
        String place =
            i > 0
                ? " AFTER " + Sql.literal(after.labels().get(i - 1))
                : " BEFORE " + Sql.literal(before.labels().getFirst());
        sql.add(
            "ALTER TYPE "
                + after.id().qualified()
                + " ADD VALUE "
                + Sql.literal(label)
                + (before.labels().isEmpty() ? "" : place));
      }
    }
    return true;
  }

  private static boolean domain(Domain before, Domain after, List<String> sql) {
    if (!before.type().equals(after.type()) || !before.collation().equals(after.collation())) {
      return false;
    }
    String alter = "ALTER DOMAIN " + after.id().qualified();
    if (!before.defaultValue().equals(after.defaultValue())) {
      sql.add(
          alter + after.defaultValue().map(text -> " SET DEFAULT " + text).orElse(" DROP DEFAULT"));
    }
    if (!before.notNull().equals(after.notNull())) {
      if (before.notNull().isPresent()) {
        sql.add(alter + " DROP NOT NULL");
      }
      after
          .notNull()
          .ifPresent(
              now ->
                  sql.add(
                      alter
                          + now.name()
                              .map(name -> " ADD CONSTRAINT " + name + " NOT NULL")
                              .orElse(" SET NOT NULL")));
    }
    return true;
  }

  private static boolean validate(Constraint before, Constraint after, List<String> sql) {
    sql.add(
        "ALTER "
            + after.owner().kind().words()
            + " "
            + after.owner().qualified()
            + " VALIDATE CONSTRAINT "
            + after.id().name());
    return before.definition().equals(after.definition() + " NOT VALID")
        && before.index().equals(after.index())
        && before.local() == after.local();
  }
}
