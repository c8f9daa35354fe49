package dev.retort.schema.ddl;

import dev.retort.schema.BaseType;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Constraint;
import dev.retort.schema.DefaultPrivileges;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.Firing;
import dev.retort.schema.GeneralObject;
import dev.retort.schema.Index;
import dev.retort.schema.Namespace;
import dev.retort.schema.ObjectId;
import dev.retort.schema.Policy;
import dev.retort.schema.RangeType;
import dev.retort.schema.Routine;
import dev.retort.schema.Rule;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes one object by itself, privileges left aside. */
final class ObjectDdl {
  private static final String PUBLIC = "public";
  private static final String PUBLIC_COMMENT = "standard public schema";

  private ObjectDdl() {}

  /** The statements that make it, owner and comment included. */
  static List<String> create(SchemaObject object) {
    ObjectId id = object.id();
    return switch (object) {
      case Namespace namespace -> schema(namespace);
      case Table table -> new TableDdl(table, List.of()).create(Set.of(), List.of());
      case View view -> ViewDdl.create(view, false);
      case Sequence sequence -> and(SequenceDdl.create(sequence), object);
      case EnumType type -> and(TypeDdl.of(type), object);
      case CompositeType type -> {
        List<String> sql = and(TypeDdl.of(type), object);
        TraitDdl.columns(id, type.attributes(), sql);
        yield sql;
      }
      case RangeType type -> and(TypeDdl.of(type), object);
      case BaseType type -> and(TypeDdl.of(type), object);
      case Domain domain -> domain(domain, List.of());
      case Routine routine -> and(routine.definition(), object);
      case Constraint constraint -> ConstraintDdl.create(constraint);
      case Index index -> ConstraintDdl.create(index);
      case Trigger trigger -> trigger(trigger);
      case Rule rule -> {
        List<String> sql = and(rule.definition(), object);
        firing(rule.table(), "RULE", id, rule.firing(), sql);
        yield sql;
      }
      case Policy policy -> and(policy(policy), object);
      case GeneralObject general -> {
        List<String> sql = new ArrayList<>(general.statements());
        sql.addAll(TraitDdl.of(id, general.traits()));
        yield sql;
      }
      case DefaultPrivileges defaults -> TraitDdl.defaultPrivileges(defaults);
    };
  }

  /** A domain with the checks that it can declare. */
  static List<String> domain(Domain domain, List<Constraint> checks) {
    List<String> sql = and(TypeDdl.of(domain, checks), domain);
    for (Constraint check : checks) {
      TraitDdl.commentAndLabels(TraitDdl.constraint(check.id(), domain.id()), check.traits(), sql);
    }
    return sql;
  }

  private static List<String> and(String create, SchemaObject object) {
    List<String> sql = new ArrayList<>();
    sql.add(create);
    sql.addAll(TraitDdl.of(object.id(), object.traits()));
    return sql;
  }

  /** The schema public is there already, with a comment of its own. */
  private static List<String> schema(Namespace schema) {
    List<String> sql = new ArrayList<>();
    boolean there = schema.id().name().equals(PUBLIC);
    if (!there) {
      sql.add("CREATE SCHEMA " + schema.id().name());
    }
    sql.addAll(TraitDdl.of(schema.id(), schema.traits()));
    if (there) {
      sql.remove("COMMENT ON SCHEMA public IS " + Sql.literal(PUBLIC_COMMENT));
      if (schema.traits().comment().isEmpty()) {
        sql.add("COMMENT ON SCHEMA public IS NULL");
      }
    }
    return sql;
  }

  private static List<String> trigger(Trigger trigger) {
    List<String> sql = trigger.inherited() ? new ArrayList<>() : and(trigger.definition(), trigger);
    firing(trigger.table(), "TRIGGER", trigger.id(), trigger.firing(), sql);
    if (trigger.inherited() && trigger.firing() == Firing.ORIGIN) {
      sql.add(
          "ALTER TABLE " + trigger.table().qualified() + " ENABLE TRIGGER " + trigger.id().name());
    }
    return sql;
  }

  private static void firing(
      ObjectId table, String what, ObjectId id, Firing firing, List<String> sql) {
    if (firing != Firing.ORIGIN) {
      sql.add(
          "ALTER TABLE " + table.qualified() + " " + firing.words() + " " + what + " " + id.name());
    }
  }

  private static String policy(Policy policy) {
    return "CREATE POLICY "
        + policy.id().reference()
        + (policy.permissive() ? "" : " AS RESTRICTIVE")
        + (policy.command().equals("ALL") ? "" : " FOR " + policy.command())
        + (policy.roles().equals(List.of("PUBLIC"))
            ? ""
            : " TO " + String.join(", ", policy.roles()))
        + policy.using().map(text -> "\n    USING (" + text + ")").orElse("")
        + policy.check().map(text -> "\n    WITH CHECK (" + text + ")").orElse("");
  }

  /** What can stand in for a type that its own functions need. */
  static List<String> shell(SchemaObject object) {
    return switch (object) {
      case RangeType type -> List.of(TypeDdl.shell(type.id()));
      case BaseType type ->
          type.options().isEmpty() ? List.of() : List.of(TypeDdl.shell(type.id()));
      default -> List.of();
    };
  }

  /** When its turn is. */
  static Phase phase(SchemaObject object) {
    return switch (object.id().kind()) {
      case SCHEMA -> Phase.SCHEMA;
      case EXTENSION -> Phase.EXTENSION;
      case RULE, POLICY, STATISTICS -> Phase.COMPLETION;
      case TRIGGER ->
          object instanceof Trigger trigger && trigger.inherited()
              ? Phase.TRIGGER_OF_PARTITION
              : Phase.TRIGGER;
      case PUBLICATION, SUBSCRIPTION -> Phase.PUBLICATION;
      case EVENT_TRIGGER -> Phase.EVENT_TRIGGER;
      default -> Phase.MAIN;
    };
  }
}
