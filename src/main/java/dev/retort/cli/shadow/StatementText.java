package dev.retort.cli.shadow;

import dev.retort.cli.term.Output;
import dev.retort.schema.Snapshot;
import dev.retort.schema.diff.ProposedStatement;
import dev.retort.schema.diff.SchemaDiff;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The statements that lead from one schema to another. */
final class StatementText {
  private StatementText() {}

  static void print(Snapshot from, Snapshot to, Output output) {
    SchemaDiff.between(from, to).script().lines().forEach(output::line);
  }

  static List<Map<String, Object>> maps(Snapshot from, Snapshot to) {
    return statements(from, to).stream().map(StatementText::map).toList();
  }

  private static List<ProposedStatement> statements(Snapshot from, Snapshot to) {
    return SchemaDiff.between(from, to).statements();
  }

  private static Map<String, Object> map(ProposedStatement statement) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("object", statement.object().toString());
    map.put("sql", statement.sql());
    map.put("loses", statement.loses());
    statement.note().ifPresent(note -> map.put("note", note));
    return map;
  }
}
