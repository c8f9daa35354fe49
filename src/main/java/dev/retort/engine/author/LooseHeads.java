package dev.retort.engine.author;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Heads that no label explains: a branch that is meant to stay apart has a label of its own, so
 * several heads under the same labels, or under none, are most likely two people's work at the same
 * time, and want a merge or a rebase.
 */
public final class LooseHeads {
  private LooseHeads() {}

  /** The largest such group, in load order; empty where every head has its own reason. */
  public static List<RevisionId> of(RevisionGraph graph) {
    Map<Set<String>, List<RevisionId>> groups = new LinkedHashMap<>();
    for (RevisionId head : graph.heads()) {
      groups.computeIfAbsent(graph.labels(head), labels -> new ArrayList<>()).add(head);
    }
    return groups.values().stream()
        .filter(group -> group.size() > 1)
        .max(Comparator.comparingInt(List::size))
        .orElse(List.of());
  }
}
