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
    for (ProposedStatement statement : statements(from, to)) {
      statement.warning().ifPresent(note -> output.line("-- " + note.replace("\n", "\n-- ")));
      output.line(statement.sql() + ";");
      output.line("");
    }
  }

  /** The same as the SQL of a revision's section. */
  static String section(Snapshot from, Snapshot to) {
    StringBuilder text = new StringBuilder();
    for (ProposedStatement statement : statements(from, to)) {
      statement
          .warning()
          .ifPresent(note -> text.append("-- ").append(note.replace("\n", "\n-- ")).append('\n'));
      text.append(statement.sql()).append(";\n\n");
    }
    return text.toString();
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
