package dev.retort.ui.proof;

import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.shadow.RoundTrip;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** What is known of the ways back of several revisions, such as those of a plan. Immutable. */
record Findings(List<Finding> all) {

  /** Copies the list. */
  Findings {
    all = List.copyOf(all);
  }

  /** What is known of some revisions, in their order. */
  static Findings of(List<Revision> revisions, Map<RevisionId, RoundTrip> known) {
    return new Findings(revisions.stream().map(one -> Finding.of(one, known)).toList());
  }

  /** Those of a sort. */
  List<Finding> of(Finding.Sort sort) {
    return all.stream().filter(one -> one.sort() == sort).toList();
  }

  /** The revisions that nobody has tried. */
  Set<RevisionId> untried() {
    return of(Finding.Sort.UNTRIED).stream()
        .map(Finding::revision)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** For the title of a tab: how many are proved, lose something, fail. */
  String counts() {
    StringJoiner counts = new StringJoiner("  ");
    add(counts, "✓ ", Finding.Sort.PROVED);
    add(counts, "▲ ", Finding.Sort.LOSES);
    add(counts, "✗ ", Finding.Sort.FAILED);
    return counts.toString();
  }

  private void add(StringJoiner counts, String sign, Finding.Sort sort) {
    int count = of(sort).size();
    if (count > 0) {
      counts.add(sign + count);
    }
  }

  /** Of a sort, the ids in a row. */
  String ids(Finding.Sort sort) {
    return of(sort).stream().map(one -> one.revision().value()).collect(Collectors.joining(", "));
  }
}
