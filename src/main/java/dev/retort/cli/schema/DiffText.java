package dev.retort.cli.schema;

import dev.retort.cli.term.Ink;
import dev.retort.cli.term.Output;
import dev.retort.engine.author.ProposedSql;
import dev.retort.schema.ObjectId;
import dev.retort.schema.Snapshot;
import dev.retort.schema.diff.ChangeList;
import dev.retort.schema.diff.Difference;
import dev.retort.schema.diff.RenameGuess;
import dev.retort.schema.diff.SchemaChange;
import dev.retort.schema.diff.SchemaDiff;
import dev.retort.shadow.ObjectChange;
import dev.retort.shadow.ObjectChanges;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What differs between two schemas, in words down to the column, and for JSON. */
public final class DiffText {
  private final SchemaDiff diff;

  /** What statements would have to lead through: for drift it is the way back. */
  private final SchemaDiff way;

  private final List<ObjectChange> changes;
  private final List<RenameGuess> guesses;

  /** The difference of two schemas. */
  public DiffText(Snapshot before, Snapshot after) {
    this(before, after, false);
  }

  private DiffText(Snapshot before, Snapshot after, boolean back) {
    this.diff = SchemaDiff.between(before, after);
    this.way = back ? SchemaDiff.between(after, before) : diff;
    this.changes = new ObjectChanges(after).since(before);
    this.guesses = RenameGuess.in(diff);
  }

  /** How a database differs from what it should be, to which it would be brought back. */
  public static DiffText ofDrift(Snapshot expected, Snapshot found) {
    return new DiffText(expected, found, true);
  }

  /** Object by object, by their SQL. */
  public List<ObjectChange> changes() {
    return changes;
  }

  /** As what leads from one schema to another: a sign, and the object. */
  public static String step(ObjectChange change) {
    return switch (change.kind()) {
      case ADDED -> "+ " + change.object();
      case REMOVED -> "- " + change.object();
      case CHANGED -> "~ " + change.object();
    };
  }

  /** As what a database has that it should not have, and the other way round. */
  public static String drift(ObjectChange change) {
    return change.object()
        + switch (change.kind()) {
          case ADDED -> " is in the database, but in no revision";
          case REMOVED -> " is missing";
          case CHANGED -> " is not as the revisions make it";
        };
  }

  /** Prints each object in some words, and what differs within it. */
  public void print(String indent, Function<ObjectChange, String> words, Output output) {
    for (ObjectChange change : changes) {
      output.line(indent + words.apply(change) + guess(change.object()));
      for (ChangeList.Line line : within(change.object())) {
        String text = indent + "    " + line.mark().sign() + " " + line.text();
        output.line(output.style().of(ink(line.mark()), text));
      }
    }
    for (ObjectId table : notReordered()) {
      output.line(indent + ProposedSql.notReordered(table.toString()));
    }
  }

  private static Ink ink(Difference.Mark mark) {
    return switch (mark) {
      case ADDED -> Ink.GOOD;
      case REMOVED -> Ink.BAD;
      case CHANGED -> Ink.WARNING;
    };
  }

  private List<ChangeList.Line> within(ObjectId id) {
    return change(id).map(List::of).map(ChangeList::lines).orElse(List.of()).stream()
        .filter(line -> line.depth() > 0)
        .toList();
  }

  private Optional<SchemaChange> change(ObjectId id) {
    return diff.changes().stream().filter(change -> change.id().equals(id)).findFirst();
  }

  private String guess(ObjectId id) {
    return guesses.stream()
        .filter(guess -> guess.object().equals(id) && guess.column().isEmpty())
        .map(guess -> " (" + guess.words() + ")")
        .findFirst()
        .orElse("");
  }

  /** Tables of which no statement can bring the columns in the order of the second schema. */
  private List<ObjectId> notReordered() {
    return way.isEmpty() ? List.of() : way.notReordered();
  }

  /** The changes for JSON: each with what differs within it. */
  public List<Map<String, Object>> maps() {
    List<Map<String, Object>> maps = new ArrayList<>();
    for (ObjectChange change : changes) {
      Map<String, Object> map = ChangeText.map(change);
      map.put(
          "differences",
          change(change.object()).map(SchemaChange::differences).orElse(List.of()).stream()
              .map(DiffText::map)
              .toList());
      List<Map<String, Object>> renamed =
          guesses.stream()
              .filter(guess -> guess.object().equals(change.object()))
              .map(DiffText::map)
              .toList();
      if (!renamed.isEmpty()) {
        map.put("perhaps_renamed", renamed);
      }
      maps.add(map);
    }
    return maps;
  }

  /** Them for JSON: {@code table public.orders}. */
  public List<String> notReorderedNames() {
    return notReordered().stream().map(ObjectId::toString).toList();
  }

  private static Map<String, Object> map(Difference difference) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("change", difference.mark().name().toLowerCase(Locale.ROOT));
    map.put("part", difference.part());
    map.put("text", difference.text());
    return map;
  }

  private static Map<String, Object> map(RenameGuess guess) {
    Map<String, Object> map = new LinkedHashMap<>();
    guess.column().ifPresent(column -> map.put("column", column));
    map.put("name", guess.name());
    map.put("sql", guess.sql());
    return map;
  }
}
