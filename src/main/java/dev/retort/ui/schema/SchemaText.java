package dev.retort.ui.schema;

import dev.retort.schema.ObjectId;
import dev.retort.schema.Snapshot;
import dev.retort.schema.ddl.CanonicalDdl;
import dev.retort.schema.ddl.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A schema's canonical DDL, and where in it each object begins. Immutable.
 *
 * @param lines the first line of each object, from 1, in the order of the text
 */
record SchemaText(String text, Map<ObjectId, Integer> lines) {

  /** The text of a schema; made in the background. */
  static SchemaText of(Snapshot snapshot) {
    StringBuilder text = new StringBuilder();
    Map<ObjectId, Integer> lines = new LinkedHashMap<>();
    int line = 1;
    for (Statement statement : CanonicalDdl.of(snapshot).statements()) {
      lines.putIfAbsent(statement.object(), line);
      String sql = statement.sql() + ";\n\n";
      text.append(sql);
      line += (int) sql.chars().filter(character -> character == '\n').count();
    }
    return new SchemaText(text.toString(), lines);
  }

  /** Where an object begins; none where it needs no statement, as the schema public. */
  OptionalInt line(ObjectId id) {
    Integer line = lines.get(id);
    return line == null ? OptionalInt.empty() : OptionalInt.of(line);
  }
}
