package dev.retort.cli.base;

import dev.retort.cli.term.PathNames;
import dev.retort.graph.RevisionGraph;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.WayBack;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A revision for JSON: the same fields in every command. */
public final class RevisionJson {
  private final RevisionGraph graph;
  private final PathNames paths;

  /** Revisions of a graph. */
  public RevisionJson(RevisionGraph graph, PathNames paths) {
    this.graph = graph;
    this.paths = paths;
  }

  /** Ids as JSON has them. */
  public static List<String> ids(Collection<RevisionId> ids) {
    return ids.stream().map(RevisionId::value).toList();
  }

  /** Several revisions. */
  public List<Map<String, Object>> all(Collection<RevisionId> ids) {
    return ids.stream().map(this::of).toList();
  }

  /** One revision. */
  public Map<String, Object> of(RevisionId id) {
    Revision revision = graph.find(id).orElseThrow();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("revision", id.value());
    map.put("message", revision.message());
    map.put("down_revisions", ids(revision.downRevisions()));
    map.put("depends_on", revision.dependsOn());
    map.put("branch_labels", List.copyOf(graph.labels(id)));
    map.put("head", graph.allChildren(id).isEmpty());
    map.put("effective_head", graph.children(id).isEmpty());
    map.put("branch_point", graph.isBranchPoint(id));
    map.put("merge_point", graph.isMergePoint(id));
    map.put("downgrade", wayBack(revision.wayBack()));
    revision.createDate().ifPresent(date -> map.put("create_date", date));
    revision.file().ifPresent(file -> map.put("file", paths.of(file)));
    return map;
  }

  private static String wayBack(WayBack wayBack) {
    return switch (wayBack) {
      case WayBack.Downgrade downgrade -> "present";
      case WayBack.Irreversible irreversible -> "none";
      case WayBack.Missing missing -> "missing";
    };
  }
}
