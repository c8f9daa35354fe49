package dev.retort.schema.diff;

import dev.retort.schema.BaseType;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Constraint;
import dev.retort.schema.DefaultPrivileges;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.GeneralObject;
import dev.retort.schema.Index;
import dev.retort.schema.Namespace;
import dev.retort.schema.Policy;
import dev.retort.schema.RangeType;
import dev.retort.schema.Routine;
import dev.retort.schema.Rule;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.List;
import java.util.Map;

/** Finds what differs between an object before and after. */
final class ObjectComparison {
  private ObjectComparison() {}

  /** What differs, at least one thing if the objects are not equal. */
  static List<Difference> of(SchemaObject before, SchemaObject after) {
    Comparison found = new Comparison();
    compare(found, before, after);
    found.traits("", before.traits(), after.traits());
    if (found.found().isEmpty() && !before.equals(after)) {
      found.add(Difference.Mark.CHANGED, "", "is another");
    }
    return found.found();
  }

  private static void compare(Comparison to, SchemaObject before, SchemaObject after) {
    switch (after) {
      case Table now when before instanceof Table old -> {
        new ColumnComparison(to, "column").compare(old.columns(), now.columns());
        table(to, old, now);
      }
      case View now when before instanceof View old -> {
        new ColumnComparison(to, "column").compare(old.columns(), now.columns());
        to.text("", "query", old.query(), now.query());
        to.options("", "option", old.options(), now.options());
        to.maybe("", "access method", old.accessMethod(), now.accessMethod());
        to.maybe("", "tablespace", old.tablespace(), now.tablespace());
        to.maybe("", "clustered on", old.clusterOn(), now.clusterOn());
      }
      case Sequence now when before instanceof Sequence old -> sequence(to, "", old, now);
      case EnumType now when before instanceof EnumType old -> labels(to, old, now);
      case CompositeType now when before instanceof CompositeType old ->
          new ColumnComparison(to, "attribute").compare(old.attributes(), now.attributes());
      case RangeType now when before instanceof RangeType old ->
          to.options("", "option", old.options(), now.options());
      case BaseType now when before instanceof BaseType old ->
          to.options("", "option", old.options(), now.options());
      case Domain now when before instanceof Domain old -> {
        to.value("", "type", old.type(), now.type());
        to.maybe("", "collation", old.collation(), now.collation());
        to.maybe("", "default", old.defaultValue(), now.defaultValue());
        to.flag("", old.notNull().isPresent(), now.notNull().isPresent(), "not null", "nullable");
      }
      case Routine now when before instanceof Routine old -> {
        to.value("", "arguments", old.arguments(), now.arguments());
        to.value("", "result", old.result(), now.result());
        to.text("", "definition", old.definition(), now.definition());
      }
      case Constraint now when before instanceof Constraint old -> constraint(to, old, now);
      case Index now when before instanceof Index old -> {
        to.text("", "definition", old.definition(), now.definition());
        to.maybe("", "tablespace", old.tablespace(), now.tablespace());
        to.value("", "statistics", old.statistics(), now.statistics());
        to.maybe("", "part of", old.parent(), now.parent());
      }
      case Trigger now when before instanceof Trigger old -> {
        to.text("", "definition", old.definition(), now.definition());
        to.value("", "fires", old.firing(), now.firing());
      }
      case Rule now when before instanceof Rule old -> {
        to.text("", "definition", old.definition(), now.definition());
        to.value("", "fires", old.firing(), now.firing());
      }
      case Policy now when before instanceof Policy old -> policy(to, old, now);
      case GeneralObject now when before instanceof GeneralObject old ->
          to.text(
              "",
              "definition",
              String.join(";\n", old.statements()),
              String.join(";\n", now.statements()));
      case DefaultPrivileges d -> {}
      case Namespace n -> {}
      case Table t -> kind(to, before, after);
      case View v -> kind(to, before, after);
      case Sequence s -> kind(to, before, after);
      case EnumType t -> kind(to, before, after);
      case CompositeType t -> kind(to, before, after);
      case RangeType t -> kind(to, before, after);
      case BaseType t -> kind(to, before, after);
      case Domain d -> kind(to, before, after);
      case Routine r -> kind(to, before, after);
      case Constraint c -> kind(to, before, after);
      case Index i -> kind(to, before, after);
      case Trigger t -> kind(to, before, after);
      case Rule r -> kind(to, before, after);
      case Policy p -> kind(to, before, after);
      case GeneralObject o -> kind(to, before, after);
    }
  }

  /** A type may be an enum before and a range after. */
  private static void kind(Comparison to, SchemaObject before, SchemaObject after) {
    to.value("", "what it is:", kind(before), kind(after));
  }

  private static String kind(SchemaObject object) {
    return switch (object) {
      case EnumType t -> "enum";
      case CompositeType t -> "composite type";
      case RangeType t -> "range type";
      case BaseType t -> t.options().isEmpty() ? "shell type" : "base type";
      default -> object.id().kind().words().toLowerCase(java.util.Locale.ROOT);
    };
  }

  private static void table(Comparison to, Table old, Table now) {
    to.value("", "parents", old.parents(), now.parents());
    to.maybe("", "partitioned by", old.partition().key(), now.partition().key());
    to.maybe("", "partition", old.partition().bound(), now.partition().bound());
    Table.Storage was = old.storage();
    Table.Storage is = now.storage();
    to.flag("", was.unlogged(), is.unlogged(), "unlogged", "logged");
    to.maybe("", "access method", was.accessMethod(), is.accessMethod());
    to.maybe("", "tablespace", was.tablespace(), is.tablespace());
    to.options("", "option", was.options(), is.options());
    to.value("", "replica identity", was.replicaIdentity(), is.replicaIdentity());
    to.maybe("", "clustered on", was.clusterOn(), is.clusterOn());
    to.flag(
        "",
        old.security().enabled(),
        now.security().enabled(),
        "row security enabled",
        "row security disabled");
    to.flag(
        "",
        old.security().forced(),
        now.security().forced(),
        "row security forced",
        "row security not forced");
    to.maybe("", "of type", old.ofType(), now.ofType());
    to.maybe("", "server", old.foreign().map(f -> f.server()), now.foreign().map(f -> f.server()));
    to.options(
        "",
        "foreign option",
        old.foreign().map(f -> f.options()).orElse(dev.retort.schema.Options.NONE),
        now.foreign().map(f -> f.options()).orElse(dev.retort.schema.Options.NONE));
  }

  private static void constraint(Comparison to, Constraint old, Constraint now) {
    to.text("", "definition", old.definition(), now.definition());
    to.flag("", old.local(), now.local(), "declared here", "only inherited");
    if (old.index().isPresent() && now.index().isPresent()) {
      Constraint.BackingIndex was = old.index().get();
      Constraint.BackingIndex is = now.index().get();
      to.maybe("", "tablespace of its index", was.tablespace(), is.tablespace());
      to.options("", "option of its index", was.options(), is.options());
      to.maybe("", "part of", was.parent(), is.parent());
      to.maybe("", "comment of its index", was.comment(), is.comment());
    }
  }

  private static void policy(Comparison to, Policy old, Policy now) {
    to.value("", "command", old.command(), now.command());
    to.flag("", old.permissive(), now.permissive(), "permissive", "restrictive");
    to.value("", "roles", old.roles(), now.roles());
    to.maybe("", "using", old.using(), now.using());
    to.maybe("", "with check", old.check(), now.check());
  }

  private static void labels(Comparison to, EnumType old, EnumType now) {
    Map<String, String> guesses = PartGuesses.labels(old.labels(), now.labels());
    for (String label : now.labels()) {
      if (!old.labels().contains(label)) {
        to.add(Difference.Mark.ADDED, "value '" + label + "'", "");
      }
    }
    for (String label : old.labels()) {
      if (!now.labels().contains(label)) {
        to.add(
            Difference.Mark.REMOVED,
            "value '" + label + "'",
            Guess.words(guesses.get(label)).strip());
      }
    }
    List<String> kept = now.labels().stream().filter(old.labels()::contains).toList();
    if (!old.labels().stream().filter(now.labels()::contains).toList().equals(kept)) {
      to.value("", "order of values", old.labels(), now.labels());
    }
  }

  static void sequence(Comparison to, String part, Sequence old, Sequence now) {
    to.value(part, "sequence", old.id().qualified(), now.id().qualified());
    to.value(part, "type of numbers", old.type(), now.type());
    Sequence.Range was = old.range();
    Sequence.Range is = now.range();
    to.value(part, "start", was.start(), is.start());
    to.value(part, "increment", was.increment(), is.increment());
    to.value(part, "minimum", was.minimum(), is.minimum());
    to.value(part, "maximum", was.maximum(), is.maximum());
    to.value(part, "cache", was.cache(), is.cache());
    to.flag(part, was.cycle(), is.cycle(), "cycles", "does not cycle");
    to.flag(part, old.unlogged(), now.unlogged(), "unlogged", "logged");
    to.maybe(
        part,
        "owned by",
        old.ownedBy().map(o -> o.table().qualified() + "." + o.column()),
        now.ownedBy().map(o -> o.table().qualified() + "." + o.column()));
  }
}
