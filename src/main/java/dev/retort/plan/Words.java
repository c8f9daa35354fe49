package dev.retort.plan;

import dev.retort.revision.RevisionId;
import java.util.Collection;
import java.util.List;

/** Revisions in sentences. */
final class Words {
  private static final int SHOWN = 12;

  private Words() {}

  /** {@code a, b and c}; of very many only the first. */
  static String and(Collection<RevisionId> ids) {
    List<String> names = ids.stream().map(RevisionId::value).toList();
    if (names.size() > SHOWN) {
      return String.join(", ", names.subList(0, SHOWN))
          + " and %d others".formatted(names.size() - SHOWN);
    }
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  /** {@code a is}, {@code a and b are}. */
  static String are(Collection<RevisionId> ids) {
    return and(ids) + (ids.size() == 1 ? " is" : " are");
  }
}
