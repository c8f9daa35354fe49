package dev.retort.schema.diff;

import dev.retort.schema.Column;
import dev.retort.schema.ObjectId;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Snapshot;
import dev.retort.schema.Table;
import dev.retort.schema.ddl.Bridge;
import dev.retort.schema.ddl.CanonicalDdl;
import dev.retort.schema.ddl.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What leads from one schema to another. Immutable. The way back is {@code between(after, before)}.
 *
 * @param changes in the order of the objects' ids
 */
public record SchemaDiff(Snapshot before, Snapshot after, List<SchemaChange> changes) {

  /** Copies the list. */
  public SchemaDiff {
    changes = List.copyOf(changes);
  }

  /** Compares two snapshots. */
  public static SchemaDiff between(Snapshot before, Snapshot after) {
    Map<ObjectId, SchemaObject> old = before.byId();
    Map<ObjectId, SchemaObject> now = after.byId();
    TreeSet<ObjectId> ids = new TreeSet<>(old.keySet());
    ids.addAll(now.keySet());
    Map<ObjectId, Guess> renames = Renames.of(old, now);
    Map<ObjectId, List<Guess>> came = new HashMap<>();
    renames.values().forEach(guess -> came.put(guess.after(), List.of(guess)));
    Kinship kinship = new Kinship(old, now);
    List<SchemaChange> changes = new ArrayList<>();
    for (ObjectId id : ids) {
      SchemaObject was = Optional.ofNullable(old.get(id)).map(kinship::plain).orElse(null);
      SchemaObject is = Optional.ofNullable(now.get(id)).map(kinship::plain).orElse(null);
      if (was == null && is != null) {
        changes.add(new SchemaChange.Added(is, came.getOrDefault(id, List.of())));
      } else if (was != null && is == null) {
        changes.add(
            new SchemaChange.Removed(was, Optional.ofNullable(renames.get(id)).stream().toList()));
      } else if (was != null && is != null && !was.equals(is)) {
        changes.add(
            new SchemaChange.Changed(
                was, is, ObjectComparison.of(was, is), PartGuesses.of(was, is)));
      }
    }
    return new SchemaDiff(before, after, changes);
  }

  /** Whether the schemas are the same. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Whether there are changes, but all of them only put a table's columns in another order. */
  public boolean onlyColumnOrder() {
    return !isEmpty()
        && changes.stream()
            .allMatch(
                change ->
                    change instanceof SchemaChange.Changed(Table old, Table now, var d, var g)
                        && sorted(old).equals(sorted(now)));
  }

  /**
   * The statements that lead from the first schema to the second, in an order in which each finds
   * what it needs. They are to run as a superuser, or as the owner of all they touch.
   */
  public List<ProposedStatement> statements() {
    Bridge bridge = Bridge.between(before, after);
    Warnings warnings = new Warnings(before, after);
    List<ProposedStatement> statements = new ArrayList<>();
    for (Statement statement : bridge.statements()) {
      boolean next = bridge.committed() > 0 && statements.size() == bridge.committed();
      statements.add(warnings.of(statement, next));
    }
    return statements;
  }

  /**
   * The same, in parts of which each can run in one transaction when those before are committed:
   * one, or two where an enum's new value is used at once.
   */
  public List<List<ProposedStatement>> parts() {
    List<List<ProposedStatement>> parts = new ArrayList<>();
    for (ProposedStatement statement : statements()) {
      if (parts.isEmpty() || statement.afterCommit()) {
        parts.add(new ArrayList<>());
      }
      parts.getLast().add(statement);
    }
    return parts;
  }

  /** Tables of which {@link #statements} cannot bring the columns in order: nothing can. */
  public List<ObjectId> notReordered() {
    return Bridge.between(before, after).unreached();
  }

  /** Renames that are likely, by the object that went or of which a part went. */
  public Map<ObjectId, List<Guess>> guesses() {
    Map<ObjectId, List<Guess>> guesses = new TreeMap<>();
    for (SchemaChange change : changes) {
      if (!(change instanceof SchemaChange.Added) && !change.guesses().isEmpty()) {
        guesses.put(change.id(), change.guesses());
      }
    }
    return guesses;
  }

  /** The changes as a list for people. */
  public String text() {
    return ChangeList.text(changes);
  }

  /** The DDL of a changed object and of all that makes it whole, before and after. */
  public DdlText textOf(SchemaChange change) {
    return new DdlText(
        text(before, change.objectBefore().map(SchemaObject::id)),
        text(after, change.objectAfter().map(SchemaObject::id)));
  }

  private static String text(Snapshot snapshot, Optional<ObjectId> id) {
    return id.map(i -> CanonicalDdl.text(snapshot, i)).orElse("");
  }

  private static Table sorted(Table table) {
    return new Table(
        table.id(),
        table.traits(),
        table.columns().stream().sorted(Comparator.comparing(Column::name)).toList(),
        table.parents(),
        table.partition(),
        table.storage(),
        table.security(),
        table.ofType(),
        table.foreign());
  }
}
