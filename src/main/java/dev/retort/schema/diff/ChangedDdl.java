package dev.retort.schema.diff;

import dev.retort.schema.ObjectId;
import dev.retort.schema.Snapshot;
import dev.retort.schema.ddl.CanonicalDdl;
import dev.retort.schema.ddl.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The DDL of everything that changes, and of nothing else, before and after: one object after
 * another, each under its name, so that two texts can be laid beside each other. Immutable.
 *
 * @param entries the objects, in the order of the text
 */
public record ChangedDdl(String before, String after, List<Entry> entries) {

  /**
   * One object and its place.
   *
   * @param lineBefore the line, from 1, at which it begins in the text before, or would
   * @param lineAfter the same in the text after
   */
  public record Entry(SchemaChange change, int lineBefore, int lineAfter) {}

  /** Copies the list. */
  public ChangedDdl {
    entries = List.copyOf(entries);
  }

  /** The DDL of a difference. */
  public static ChangedDdl of(SchemaDiff diff) {
    Map<ObjectId, String> were = texts(diff.before());
    Map<ObjectId, String> are = texts(diff.after());
    Side before = new Side();
    Side after = new Side();
    List<Entry> entries = new ArrayList<>();
    for (SchemaChange change : diff.changes()) {
      entries.add(new Entry(change, before.line, after.line));
      change.objectBefore().ifPresent(object -> before.add(object.id(), were));
      change.objectAfter().ifPresent(object -> after.add(object.id(), are));
    }
    return new ChangedDdl(before.text.toString(), after.text.toString(), entries);
  }

  private static Map<ObjectId, String> texts(Snapshot snapshot) {
    Map<ObjectId, String> texts = new HashMap<>();
    for (Statement statement : CanonicalDdl.of(snapshot).statements()) {
      texts.merge(statement.object(), statement.sql() + ";\n", String::concat);
    }
    return texts;
  }

  /** One of the two texts under way. */
  private static final class Side {
    private final StringBuilder text = new StringBuilder();
    private int line = 1;

    void add(ObjectId id, Map<ObjectId, String> texts) {
      String one = "-- " + id + "\n" + texts.getOrDefault(id, "") + "\n";
      text.append(one);
      line += (int) one.chars().filter(character -> character == '\n').count();
    }
  }
}
