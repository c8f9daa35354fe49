package dev.retort.ui.graph.picture;

import dev.retort.revision.RevisionId;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which rows to show.
 *
 * @param text looked for in ids, messages and labels, whatever the case; empty for all
 * @param kind what they are
 * @param label the branch label they carry or inherit
 */
public record RowFilter(String text, RowKind kind, Optional<String> label) {

  /** Takes the text without the blanks around it. */
  public RowFilter {
    text = text.strip();
  }

  /** Shows everything. */
  public static RowFilter none() {
    return new RowFilter("", RowKind.ALL, Optional.empty());
  }

  /** Whether it lets everything through. */
  public boolean isEmpty() {
    return text.isEmpty() && kind == RowKind.ALL && label.isEmpty();
  }

  /**
   * Whether a row is shown.
   *
   * @param labels the labels of a revision, inherited ones too
   */
  Predicate<GraphRow> matcher(Function<RevisionId, Collection<String>> labels) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return row ->
        kind.holds(row)
            && label.map(one -> labels.apply(row.id()).contains(one)).orElse(true)
            && (wanted.isEmpty() || says(row, wanted));
  }

  private static boolean says(GraphRow row, String wanted) {
    return contains(row.id().value(), wanted)
        || contains(row.message(), wanted)
        || (row instanceof RevisionRow revision
            && revision.labels().stream().anyMatch(label -> contains(label, wanted)))
        || row.databases().stream().anyMatch(mark -> contains(mark.profile(), wanted));
  }

  private static boolean contains(String text, String wanted) {
    return text.toLowerCase(Locale.ROOT).contains(wanted);
  }

  /** The filter in words: what no row was found for. */
  public String words() {
    StringBuilder words = new StringBuilder();
    if (!text.isEmpty()) {
      words.append("“").append(text).append("”");
    }
    if (kind != RowKind.ALL) {
      words.append(words.isEmpty() ? "" : ", ").append(kind.words().toLowerCase(Locale.ROOT));
    }
    label.ifPresent(one -> words.append(words.isEmpty() ? "" : ", ").append("branch ").append(one));
    return words.toString();
  }
}
