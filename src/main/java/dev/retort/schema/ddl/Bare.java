package dev.retort.schema.ddl;

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
import dev.retort.schema.Traits;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.Optional;

/** An object without what can be changed whatever it is: owner, comment, privileges, labels. */
final class Bare {
  private static final Traits NONE = Traits.NONE;

  private Bare() {}

  static SchemaObject of(SchemaObject object) {
    return switch (object) {
      case Namespace n -> new Namespace(n.id(), NONE);
      case Table t -> t;
      case View v ->
          new View(
              v.id(),
              NONE,
              v.columns(),
              v.query(),
              v.options(),
              v.accessMethod(),
              v.tablespace(),
              Optional.empty());
      case Sequence s ->
          new Sequence(s.id(), NONE, s.type(), s.range(), s.unlogged(), Optional.empty());
      case EnumType t -> new EnumType(t.id(), NONE, t.labels());
      case CompositeType t -> new CompositeType(t.id(), NONE, t.attributes());
      case RangeType t -> new RangeType(t.id(), NONE, t.options());
      case BaseType t -> new BaseType(t.id(), NONE, t.options());
      case Domain d ->
          new Domain(d.id(), NONE, d.type(), d.collation(), d.defaultValue(), d.notNull());
      case Routine r -> new Routine(r.id(), NONE, r.definition(), r.result(), r.arguments());
      case Constraint c ->
          new Constraint(
              c.id(), NONE, c.type(), c.owner(), c.columns(), c.definition(), c.local(), c.index());
      case Index i ->
          new Index(
              i.id(),
              NONE,
              i.table(),
              i.unique(),
              i.method(),
              i.columns(),
              i.predicate(),
              i.definition(),
              i.tablespace(),
              i.statistics(),
              i.parent());
      case Trigger t ->
          new Trigger(t.id(), NONE, t.table(), t.definition(), t.firing(), t.inherited());
      case Rule r -> new Rule(r.id(), NONE, r.table(), r.definition(), r.firing());
      case Policy p ->
          new Policy(
              p.id(),
              NONE,
              p.table(),
              p.command(),
              p.permissive(),
              p.roles(),
              p.using(),
              p.check());
      case GeneralObject o -> new GeneralObject(o.id(), NONE, o.statements());
      // What it grants is all there is to it.
      case DefaultPrivileges d -> d;
    };
  }
}
