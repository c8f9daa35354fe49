package dev.retort.revision.writing;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A message as a part of a file name, as Alembic makes it: its words in lower case, joined by
 * underscores, cut between words where it is too long.
 */
final class Slug {
  /** Alembic's {@code truncate_slug_length}. */
  static final int MAX_LENGTH = 40;

  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  private Slug() {}

  /** The slug of a message; empty where it has no letter or digit. */
  static String of(String message) {
    String slug =
        WORD.matcher(message)
            .results()
            .map(MatchResult::group)
            .collect(Collectors.joining("_"))
            .toLowerCase(Locale.ROOT);
    return slug.length() <= MAX_LENGTH ? slug : cut(slug);
  }

  private static String cut(String slug) {
    int end = Character.isLowSurrogate(slug.charAt(MAX_LENGTH)) ? MAX_LENGTH - 1 : MAX_LENGTH;
    if (slug.charAt(end) == '_') {
      return slug.substring(0, end);
    }
    int gap = slug.lastIndexOf('_', end - 1);
    return slug.substring(0, gap > 0 ? gap : end);
  }
}
