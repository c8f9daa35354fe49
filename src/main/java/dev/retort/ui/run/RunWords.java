package dev.retort.ui.run;

import dev.retort.revision.RevisionId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers, times and heads, as a run says them. */
final class RunWords {
  private static final int MOST_NAMES = 6;

  private RunWords() {}

  static String heads(List<RevisionId> heads) {
    return heads.isEmpty()
        ? "base"
        : heads.stream().map(RevisionId::value).collect(Collectors.joining(", "));
  }

  /** Names in a row; of many, the ends and how many there are. */
  static String some(List<String> names) {
    return names.size() <= MOST_NAMES
        ? String.join(", ", names)
        : "%s, %s … %s (%d revisions)"
            .formatted(names.get(0), names.get(1), names.getLast(), names.size());
  }

  static String count(int number, String word) {
    return number + " " + word + (number == 1 ? "" : "s");
  }

  static String took(Duration time) {
    return time.toMillis() < 1000
        ? time.toMillis() + " ms"
        : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
