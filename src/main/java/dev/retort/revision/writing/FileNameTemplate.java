package dev.retort.revision.writing;

import dev.retort.revision.RevisionId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How new files are named: {@code file-name} in the configuration. The words in braces are
 * Alembic's {@code file_template} tokens, and {@code date}: id (or rev), slug, year, month, day,
 * hour, minute, second, epoch.
 *
 * @param pattern for example {@code {id}_{slug}.sql}
 */
public record FileNameTemplate(String pattern) {
  private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)\\}");
  private static final Pattern NOT_IN_NAMES = Pattern.compile("[^\\p{L}\\p{N}_.]");
  private static final Set<String> TOKENS =
      new TreeSet<>(
          Set.of(
              "id", "rev", "slug", "date", "year", "month", "day", "hour", "minute", "second",
              "epoch"));

  /** What is used where nothing is configured; it uses the constants above. */
  public static final FileNameTemplate DEFAULT = new FileNameTemplate("{id}_{slug}.sql");

  /**
   * Checks the pattern.
   *
   * @throws RevisionFileException where it has an unknown token, or names no file that would be
   *     read again as one revision
   */
  public FileNameTemplate {
    Matcher matcher = TOKEN.matcher(pattern);
    while (matcher.find()) {
      if (!TOKENS.contains(matcher.group(1))) {
        throw bad(pattern, "has no token " + matcher.group());
      }
    }
    String lower = pattern.toLowerCase(Locale.ROOT);
    if (!lower.endsWith(".sql") || lower.endsWith(".up.sql") || lower.endsWith(".down.sql")) {
      throw bad(pattern, "must end in .sql, and not in .up.sql or .down.sql");
    }
    if (pattern.startsWith(".") || pattern.contains("/") || pattern.contains("\\")) {
      throw bad(pattern, "must name a file in the folder itself that does not begin with a point");
    }
    if (!pattern.contains("{id}") && !pattern.contains("{rev}") && !pattern.contains("{slug}")) {
      throw bad(pattern, "must have {id} or {slug}");
    }
  }

  private static RevisionFileException bad(String pattern, String what) {
    return new RevisionFileException(
        "bad-file-name-template",
        "The file name template `" + pattern + "` " + what + ".",
        "The tokens are {" + String.join("}, {", TOKENS) + "}.");
  }

  /** The name of a new revision's file. */
  public String nameOf(RevisionId id, String message, ZonedDateTime created) {
    String name =
        TOKEN
            .matcher(pattern)
            .replaceAll(
                token -> Matcher.quoteReplacement(value(token.group(1), id, message, created)));
    // An empty slug leaves a separator without anything to separate.
    return name.replaceAll("[_-]+(?=\\.)", "").replaceAll("^[_.-]+", "");
  }

  private static String value(String token, RevisionId id, String message, ZonedDateTime created) {
    return switch (token) {
      case "slug" -> Slug.of(message);
      case "date" -> format("uuuu-MM-dd", created);
      case "year" -> format("uuuu", created);
      case "month" -> format("MM", created);
      case "day" -> format("dd", created);
      case "hour" -> format("HH", created);
      case "minute" -> format("mm", created);
      case "second" -> format("ss", created);
      case "epoch" -> String.valueOf(created.toEpochSecond());
      default -> NOT_IN_NAMES.matcher(id.value()).replaceAll("_");
    };
  }

  private static String format(String pattern, ZonedDateTime time) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time);
  }
}
