package dev.retort.schema.ddl;

import dev.retort.schema.EnumType;
import dev.retort.schema.ObjectId;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Labels that enums are given: these statements come before all others, since a label can be used
 * only when what adds it is committed.
 *
 * @param labels by the enum's name
 */
record NewLabels(List<Statement> statements, Map<String, List<String>> labels) {

  static NewLabels of(Snapshot before, Snapshot after, Set<ObjectId> rebuilt) {
    Map<ObjectId, SchemaObject> old = before.byId();
    List<Statement> statements = new ArrayList<>();
    Map<String, List<String>> labels = new LinkedHashMap<>();
    for (SchemaObject object : after.objects()) {
      if (object instanceof EnumType now
          && old.get(now.id()) instanceof EnumType was
          && !was.labels().equals(now.labels())
          && !rebuilt.contains(now.id())) {
        ObjectChange.of(was, now).orElseThrow().stream()
            .filter(sql -> sql.contains(" ADD VALUE "))
            .forEach(sql -> statements.add(new Statement(now.id(), sql)));
        labels.put(
            now.id().qualified(),
            now.labels().stream().filter(label -> !was.labels().contains(label)).toList());
      }
    }
    return new NewLabels(statements, labels);
  }

  /** Whether a statement may use one; in doubt it does. */
  boolean usedBy(List<Statement> others) {
    return others.stream().anyMatch(statement -> uses(statement.sql()));
  }

  private boolean uses(String sql) {
    for (Map.Entry<String, List<String>> entry : labels.entrySet()) {
      boolean named = sql.contains(entry.getKey()) || sql.contains(" FOR VALUES ");
      if (named && entry.getValue().stream().anyMatch(label -> names(sql, label))) {
        return true;
      }
    }
    return false;
  }

  private static boolean names(String sql, String label) {
    return sql.contains(Sql.literal(label)) || (sql.contains("[]") && Words.has(sql, label));
  }
}
