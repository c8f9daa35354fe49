package dev.retort.oracle;

import dev.retort.graph.HeadChange;
import dev.retort.graph.RevisionGraph;
import dev.retort.graph.RowChange;
import dev.retort.plan.Direction;
import dev.retort.plan.LogLine;
import dev.retort.plan.Plan;
import dev.retort.plan.Planner;
import dev.retort.plan.Step;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs one case through the engine; what comes out has the shape of the case's expectation. */
final class OracleRun {
  private OracleRun() {}

  /** The engine's answer; throws what the engine throws. */
  static Map<String, Object> of(OracleCase example) {
    RevisionGraph graph = RevisionGraph.of(example.revisions());
    return switch (example.command()) {
      case "upgrade", "downgrade", "stamp" -> planned(example, graph);
      default -> OracleListing.of(example, graph);
    };
  }

  private static Map<String, Object> planned(OracleCase example, RevisionGraph graph) {
    if (example.sql()) {
      return OracleSql.of(example, graph);
    }
    Planner planner = new Planner(graph);
    Plan plan =
        switch (example.command()) {
          case "upgrade" -> planner.upgrade(example.rows(), example.targets());
          case "downgrade" -> planner.downgrade(example.rows(), example.targets().getFirst());
          default -> planner.stamp(example.rows(), example.targets(), example.purge());
        };
    return withWarnings(result(plan), graph, plan);
  }

  /** What Alembic warns of is a note of the plan, or a problem of the graph. */
  static Map<String, Object> withWarnings(
      Map<String, Object> result, RevisionGraph graph, Plan plan) {
    List<String> warnings = new ArrayList<>();
    graph.problems().forEach(problem -> warnings.add(problem.message()));
    plan.notes().forEach(note -> warnings.add(note.text()));
    result.put("warnings", warnings);
    return result;
  }

  static Map<String, Object> result(Plan plan) {
    Map<String, Object> result = new TreeMap<>();
    List<Step> steps = plan.steps().stream().filter(step -> !isPurge(step.headChange())).toList();
    result.put(
        "steps",
        steps.stream()
            .filter(step -> step.direction() != Direction.STAMP)
            .map(
                step ->
                    Map.of(
                        "revision",
                        step.revision().orElseThrow().value(),
                        "direction",
                        step.direction() == Direction.UPGRADE ? "up" : "down"))
            .toList());
    result.put("after", plan.headsAfter().stream().map(RevisionId::value).toList());
    result.put("row_ops", steps.stream().map(step -> rowOps(step.headChange())).toList());
    result.put("log", steps.stream().map(LogLine::of).toList());
    return result;
  }

  private static boolean isPurge(HeadChange change) {
    return change.rows().contains(new RowChange.Purge());
  }

  private static List<List<String>> rowOps(HeadChange change) {
    List<List<String>> operations = new ArrayList<>();
    for (RowChange row : change.rows()) {
      operations.add(
          switch (row) {
            case RowChange.Insert(RevisionId id) -> List.of("insert", id.value());
            case RowChange.Delete(RevisionId id) -> List.of("delete", id.value());
            case RowChange.Update(RevisionId from, RevisionId to) ->
                List.of("update", from.value(), to.value());
            case RowChange.Purge() -> List.of("purge");
          });
    }
    return operations;
  }
}
