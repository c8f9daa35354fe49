package dev.retort.revision.reading;

import dev.retort.revision.RevisionId;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what a file without a header revises: the file before it in numeric order of the same
 * folder, whatever that file's own id is. Gaps are fine; files of the same number share the one
 * before them.
 */
final class NumericOrder {

  /** A draft and its number, worked out once for all comparisons. */
  private record Numbered(Draft draft, BigInteger order) {}

  private NumericOrder() {}

  /** What each draft that does not say it itself revises. */
  static Map<Entry, List<RevisionId>> parents(List<Draft> folder) {
    Map<Entry, List<RevisionId>> parents = new HashMap<>();
    if (folder.stream().allMatch(draft -> draft.revises().isPresent())) {
      return parents;
    }
    List<Numbered> numbered =
        folder.stream()
            .filter(draft -> draft.entry().fileName().number().isPresent())
            .map(draft -> new Numbered(draft, draft.entry().fileName().order()))
            .sorted(Comparator.comparing(Numbered::order))
            .toList();
    BigInteger order = BigInteger.ONE.negate();
    List<RevisionId> before = List.of();
    List<RevisionId> last = List.of();
    for (Numbered one : numbered) {
      Draft draft = one.draft();
      BigInteger own = one.order();
      if (!own.equals(order)) {
        before = last;
        order = own;
      }
      if (draft.revises().isEmpty()) {
        parents.put(draft.entry(), before);
      }
      last = draft.id().map(List::of).orElse(last);
    }
    return parents;
  }
}
