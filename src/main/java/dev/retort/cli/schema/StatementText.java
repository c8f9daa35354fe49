package dev.retort.cli.schema;

import dev.retort.cli.term.Output;
import dev.retort.engine.author.ProposedSql;
import dev.retort.schema.Snapshot;
import dev.retort.schema.diff.ProposedStatement;
import dev.retort.schema.diff.SchemaDiff;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The statements that lead from one schema to another. */
public final class StatementText {
  private StatementText() {}

  /** Prints them with what one should know of each. */
  public static void print(Snapshot from, Snapshot to, Output output) {
    output.text(new ProposedSql(SchemaDiff.between(from, to)).text());
  }

  /** Them for JSON. */
  public static List<Map<String, Object>> maps(Snapshot from, Snapshot to) {
    ProposedSql sql = new ProposedSql(SchemaDiff.between(from, to));
    return sql.statements().stream().map(statement -> map(sql, statement)).toList();
  }

  private static Map<String, Object> map(ProposedSql sql, ProposedStatement statement) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("object", statement.object().toString());
    map.put("sql", statement.sql());
    map.put("loses", statement.loses());
    statement.note().ifPresent(note -> map.put("note", note));
    if (statement.afterCommit()) {
      map.put("after_commit", true);
    }
    sql.instead(statement).ifPresent(guess -> map.put("perhaps_instead", guess.sql()));
    return map;
  }
}
