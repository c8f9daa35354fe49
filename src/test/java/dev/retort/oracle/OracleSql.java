package dev.retort.oracle;

import dev.retort.graph.RevisionGraph;
import dev.retort.graph.target.TargetException;
import dev.retort.plan.Offline;
import dev.retort.plan.Plan;
import dev.retort.preview.ScriptWriter;
import dev.retort.preview.VersionTable;
import java.util.Map;

/** The offline commands of the oracle. */
final class OracleSql {
  private OracleSql() {}

  static Map<String, Object> of(OracleCase example, RevisionGraph graph) {
    Offline offline = new Offline(graph);
    if (example.purge()) {
      throw TargetException.range("Can't use --purge with --sql mode");
    }
    Plan plan =
        switch (example.command()) {
          case "upgrade" -> offline.upgrade(example.targets().getFirst());
          case "downgrade" -> offline.downgrade(example.targets().getFirst());
          default -> offline.stamp(example.targets());
        };
    Map<String, Object> result = OracleRun.withWarnings(OracleRun.result(plan), graph, plan);
    result.put(
        "sql_output",
        ScriptWriter.write(
                plan,
                VersionTable.standard(),
                ScriptWriter.Transactions.WHOLE_RUN,
                plan.headsBefore().isEmpty())
            .text());
    return result;
  }
}
