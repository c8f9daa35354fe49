package dev.retort.profile.project;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Alembic's {@code file_template} in the words of {@code file-name}. */
final class FileTemplate {
  private static final Pattern TOKEN = Pattern.compile("%\\((\\w+)\\)[-#0 +]*[\\d.]*[sd]");

  private static final Map<String, String> WORDS =
      Map.of(
          "rev", "{id}",
          "slug", "{slug}",
          "year", "{year}",
          "month", "{month}",
          "day", "{day}",
          "hour", "{hour}",
          "minute", "{minute}",
          "second", "{second}",
          "epoch", "{epoch}");

  private FileTemplate() {}

  /** The template for SQL files; empty if it uses a word that is not known here. */
  static Optional<String> translate(String template) {
    Matcher matcher = TOKEN.matcher(template);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String word = WORDS.get(matcher.group(1));
      if (word == null) {
        return Optional.empty();
      }
      matcher.appendReplacement(out, Matcher.quoteReplacement(word));
    }
    String name = matcher.appendTail(out).toString();
    return name.contains("{id}") ? Optional.of(name + ".sql") : Optional.empty();
  }
}
