package dev.retort.scenario;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Splits a command line into words, as a shell does with blanks and both kinds of quotes. */
final class Words {
  private static final Pattern WORD = Pattern.compile("(?:[^\\s'\"]|'[^']*'|\"[^\"]*\")+");
  private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

  private Words() {}

  static List<String> of(String line) {
    return WORD.matcher(line).results().map(MatchResult::group).map(Words::unquoted).toList();
  }

  private static String unquoted(String word) {
    return QUOTED.matcher(word).replaceAll(quoted -> content(quoted));
  }

  private static String content(MatchResult quoted) {
    String content = quoted.group();
    return java.util.regex.Matcher.quoteReplacement(content.substring(1, content.length() - 1));
  }
}
