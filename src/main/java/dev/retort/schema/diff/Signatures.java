package dev.retort.schema.diff;

import dev.retort.schema.BaseType;
import dev.retort.schema.Column;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Constraint;
import dev.retort.schema.DefaultPrivileges;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what an object is like without its name, so that one can be found under another. */
final class Signatures {
  private static final String ANY = "\u2205";

  private final Map<ObjectId, List<String>> checks;
  private final UnaryOperator<ObjectId> owner;

  /**
   * Of one snapshot.
   *
   * @param checks what the constraints of each table demand
   * @param owner a table as the other snapshot is thought to call it
   */
  Signatures(Map<ObjectId, List<String>> checks, UnaryOperator<ObjectId> owner) {
    this.checks = checks;
    this.owner = owner;
  }

  /** Two objects that are alike but for their names have the same; empty for what has none. */
  String of(SchemaObject object) {
    String text = text(object);
    return text.isEmpty() ? "" : object.id().kind() + "\n" + text;
  }

  private String text(SchemaObject object) {
    ObjectId id = object.id();
    return switch (object) {
      case Table t ->
          t.columns().isEmpty()
              ? ""
              : columns(t.columns(), id)
                  + t.partition()
                  + t.foreign()
                  + t.parents()
                  + without(checks.getOrDefault(id, List.of()).toString(), id);
      case View v -> columns(v.columns(), id) + v.query() + v.options();
      case Sequence s ->
          s.type()
              + s.range()
              + s.unlogged()
              + s.ownedBy().map(by -> owner.apply(by.table()) + "." + by.column()).orElse("");
      case EnumType t -> t.labels().toString();
      case CompositeType t -> columns(t.attributes(), id);
      case RangeType t -> {
        Map<String, String> options = new TreeMap<>(t.options());
        options.remove("multirange_type_name");
        yield options.toString();
      }
      case Domain d -> d.type() + d.collation() + d.defaultValue() + d.notNull().isPresent();
      case Routine r -> id.detail() + without(r.definition(), id);
      case Constraint c -> owner.apply(c.owner()) + c.definition();
      case Index i -> part(i.table(), i.definition(), id);
      case Trigger t -> part(t.table(), t.definition(), id);
      case Rule r -> part(r.table(), r.definition(), id);
      case Policy p ->
          owner.apply(p.table()) + p.command() + p.permissive() + p.roles() + p.using() + p.check();
      case GeneralObject g ->
          Renaming.isPossible(id.kind()) ? without(String.join(";", g.statements()), id) : "";
      case Namespace n -> "";
      case BaseType t -> "";
      case DefaultPrivileges d -> "";
    };
  }

  private String part(ObjectId table, String definition, ObjectId id) {
    ObjectId now = owner.apply(table);
    String text = definition;
    if (!now.equals(table)) {
      text = text.replace(table.qualified(), now.qualified());
    }
    return now + without(text, id);
  }

  private static String columns(List<Column> columns, ObjectId id) {
    StringBuilder text = new StringBuilder();
    for (Column column : columns) {
      text.append(column.name())
          .append(' ')
          .append(column.type())
          .append(column.collation())
          .append(column.notNull().isPresent())
          .append(without(value(column), id))
          .append('\n');
    }
    return text.toString();
  }

  /** Where a column's value comes from; an identity's sequence may have any name. */
  static String value(Column column) {
    return switch (column.value().orElse(null)) {
      case Column.Value.Identity(boolean always, Sequence sequence) ->
          "identity " + always + sequence.type() + sequence.range();
      case Column.Value.Default(String expression) -> expression;
      case Column.Value.Generated generated -> generated.toString();
      case null -> "";
    };
  }

  /** The text without the object's name, also where another's name begins with it. */
  private static String without(String text, ObjectId id) {
    String name = Pattern.quote(id.name().replaceAll("^\"|\"$", ""));
    return text.replaceAll(
        "(?<![A-Za-z0-9_$])" + name + "(?![A-Za-z0-9$])", Matcher.quoteReplacement(ANY));
  }
}
