package dev.retort.graph.listing;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Alembic's texts for one revision ({@code Script.cmd_format} and {@code Script.log_entry}). */
public final class RevisionLine {
  private final RevisionGraph graph;
  private final Set<RevisionId> current;
  private final Function<Path, String> paths;

  /**
   * Texts on a graph.
   *
   * @param current the rows to be marked as current; none where no database was asked
   * @param paths how a file is named
   */
  public RevisionLine(RevisionGraph graph, Set<RevisionId> current, Function<Path, String> paths) {
    this.graph = graph;
    this.current = Set.copyOf(current);
    this.paths = paths;
  }

  /** A line of {@code history}: parents, labels, all signs, message. */
  public String history(RevisionId id) {
    return parents(id) + " -> " + id + labels(id) + headSign(id) + treeSigns(id) + message(id);
  }

  /** A line of {@code heads}: labels and what sort of head. */
  public String head(RevisionId id) {
    return id + labels(id) + headSign(id);
  }

  /** A line of {@code current}. */
  public String current(RevisionId id) {
    return id + headSign(id) + treeSigns(id);
  }

  /** The lines of {@code branches} for one branch point: itself, then each child. */
  public List<String> branches(RevisionId id, boolean withMessages) {
    List<String> lines = new ArrayList<>();
    lines.add(id + labels(id) + headSign(id) + treeSigns(id));
    String indent = " ".repeat(id.value().length());
    for (RevisionId child : graph.children(id)) {
      String message = withMessages ? message(child) : "";
      lines.add(
          indent + " -> " + child + labels(child) + headSign(child) + treeSigns(child) + message);
    }
    return lines;
  }

  /** The paragraph of {@code show}, and of the others with {@code -v}. */
  public List<String> paragraph(RevisionId id) {
    Revision revision = revision(id);
    List<String> lines = new ArrayList<>();
    boolean isHead = graph.children(id).isEmpty();
    lines.add(
        "Rev: "
            + id
            + (isHead ? " (head)" : "")
            + treeSigns(id)
            + (current.contains(id) ? " (current)" : ""));
    lines.add((graph.isMergePoint(id) ? "Merges: " : "Parent: ") + down(revision));
    if (!revision.dependsOn().isEmpty()) {
      lines.add("Also depends on: " + String.join(", ", revision.dependsOn()));
    }
    if (graph.isBranchPoint(id)) {
      lines.add("Branches into: " + join(graph.children(id)));
    }
    if (!graph.labels(id).isEmpty()) {
      lines.add("Branch names: " + String.join(", ", graph.labels(id)));
    }
    revision.file().ifPresent(file -> lines.add("Path: " + paths.apply(file)));
    lines.add("");
    revision.message().lines().forEach(line -> lines.add("    " + line));
    return lines;
  }

  private String parents(RevisionId id) {
    Revision revision = revision(id);
    return revision.dependsOn().isEmpty()
        ? down(revision)
        : down(revision) + " (" + String.join(", ", revision.dependsOn()) + ")";
  }

  private static String down(Revision revision) {
    return revision.downRevisions().isEmpty() ? "<base>" : join(revision.downRevisions());
  }

  private String labels(RevisionId id) {
    Set<String> labels = graph.labels(id);
    return labels.isEmpty() ? "" : " (" + String.join(", ", labels) + ")";
  }

  private String headSign(RevisionId id) {
    String sign = "";
    if (graph.allChildren(id).isEmpty()) {
      sign = " (head)";
    } else if (graph.children(id).isEmpty()) {
      sign = " (effective head)";
    }
    return sign + (current.contains(id) ? " (current)" : "");
  }

  private String treeSigns(RevisionId id) {
    return (graph.isBranchPoint(id) ? " (branchpoint)" : "")
        + (graph.isMergePoint(id) ? " (mergepoint)" : "");
  }

  private String message(RevisionId id) {
    return ", " + revision(id).message();
  }

  private Revision revision(RevisionId id) {
    return graph.find(id).orElseThrow();
  }

  private static String join(Collection<RevisionId> ids) {
    return ids.stream().map(RevisionId::value).collect(Collectors.joining(", "));
  }
}
