package dev.retort.oracle;

import dev.retort.graph.RevisionGraph;
import dev.retort.graph.listing.History;
import dev.retort.graph.listing.RevisionLine;
import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The listing commands of the oracle. */
final class OracleListing {
  private static final Set<String> PARAGRAPHS = Set.of("show", "branches");

  private OracleListing() {}

  static Map<String, Object> of(OracleCase example, RevisionGraph graph) {
    graph.requireSound();
    History history = new History(graph);
    Set<RevisionId> marked =
        example.option("indicate_current") ? Set.copyOf(example.rows()) : Set.of();
    RevisionLine line = new RevisionLine(graph, marked, path -> path.getFileName().toString());
    List<RevisionId> ids = ids(example, graph, history);
    List<String> output = new ArrayList<>();
    for (RevisionId id : ids) {
      if (!output.isEmpty() && PARAGRAPHS.contains(example.command())) {
        output.add("");
      }
      switch (example.command()) {
        case "history" -> output.add(line.history(id));
        case "heads" -> output.add(line.head(id));
        case "branches" -> output.addAll(line.branches(id, false));
        case "current" -> output.add(line.current(id));
        default -> output.addAll(line.paragraph(id));
      }
    }
    return Map.of(
        "revisions",
        ids.stream().map(RevisionId::value).toList(),
        "output",
        output,
        "warnings",
        graph.problems().stream().map(Problem::message).toList());
  }

  private static List<RevisionId> ids(OracleCase example, RevisionGraph graph, History history) {
    return switch (example.command()) {
      case "history" ->
          example.targets().isEmpty()
              ? history.all()
              : history.range(example.targets().getFirst(), example.rows());
      case "heads" -> example.option("resolve_dependencies") ? graph.realHeads() : graph.heads();
      case "branches" -> history.branchPoints();
      case "current" -> {
        List<RevisionId> current = history.current(example.rows());
        if (example.option("check_heads") && !history.atHeads(example.rows())) {
          throw new NotAtHeads();
        }
        yield current;
      }
      default -> history.show(example.targets().getFirst(), example.rows());
    };
  }

  /** What the command line says to {@code --check-heads}. */
  private static final class NotAtHeads extends RetortException {
    private static final long serialVersionUID = 1L;

    NotAtHeads() {
      super(Kind.FAILED, "not-at-heads", "Database is not on all head revisions", "");
    }
  }
}
