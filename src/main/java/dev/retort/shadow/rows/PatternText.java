package dev.retort.shadow.rows;

import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Makes texts that a regular expression matches, as far as it is made of characters, sets, groups,
 * alternatives and counts: as checks on codes and names are.
 */
final class PatternText {
  private static final int MOST_REPEATED = 4;
  private static final String WORD = "abcdefghijklmnopqrstuvwxyz0123456789_";

  private final String pattern;
  private final Random random;
  private int at;

  private PatternText(String pattern, Random random) {
    this.pattern = pattern;
    this.random = random;
  }

  /** One of the texts, another for another seed where there are several; none if it is too much. */
  static Optional<String> matching(String pattern, int seed) {
    try {
      PatternText maker = new PatternText(pattern, new Random(seed * 7919L + 1));
      String text = maker.alternatives();
      boolean right = maker.at == pattern.length() && Pattern.compile(pattern).matcher(text).find();
      return right ? Optional.of(text) : Optional.empty();
    } catch (PatternSyntaxException | IndexOutOfBoundsException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private boolean more() {
    return at < pattern.length();
  }

  private String alternatives() {
    java.util.List<String> all = new java.util.ArrayList<>();
    all.add(sequence());
    while (more() && pattern.charAt(at) == '|') {
      at++;
      all.add(sequence());
    }
    return all.get(random.nextInt(all.size()));
  }

  private String sequence() {
    StringBuilder text = new StringBuilder();
    while (more() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      int start = at;
      String once = atom();
      int end = at;
      int times = times();
      int after = at;
      for (int i = 0; i < times; i++) {
        if (i > 0) {
          at = start;
          once = atom();
        }
        text.append(once);
      }
      at = Math.max(after, end);
    }
    return text.toString();
  }

  private String atom() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case '^', '$' -> "";
      case '.' -> one(WORD);
      case '(' -> group();
      case '[' -> one(set());
      case '\\' -> escaped(pattern.charAt(at++));
      default -> String.valueOf(c);
    };
  }

  private String group() {
    if (pattern.startsWith("?:", at)) {
      at += 2;
    }
    String text = alternatives();
    at++;
    return text;
  }

  private String escaped(char c) {
    return switch (c) {
      case 'd' -> one("0123456789");
      case 'w' -> one(WORD);
      case 's' -> " ";
      default -> String.valueOf(c);
    };
  }

  private String one(String of) {
    return String.valueOf(of.charAt(random.nextInt(of.length())));
  }

  private String set() {
    boolean negated = pattern.charAt(at) == '^';
    at += negated ? 1 : 0;
    StringBuilder set = new StringBuilder();
    for (boolean first = true; first || pattern.charAt(at) != ']'; first = false) {
      if (pattern.startsWith("[:", at)) {
        int end = pattern.indexOf(":]", at);
        set.append(named(pattern.substring(at + 2, end)));
        at = end + 2;
        continue;
      }
      char from = pattern.charAt(at++);
      if (from == '\\') {
        char kind = pattern.charAt(at++);
        set.append(
            switch (kind) {
              case 'd' -> "0123456789";
              case 'w' -> WORD;
              case 's' -> " ";
              default -> String.valueOf(kind);
            });
      } else if (pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
        char to = pattern.charAt(at + 1);
        at += 2;
        for (char c = from; c <= to; c++) {
          set.append(c);
        }
      } else {
        set.append(from);
      }
    }
    at++;
    return negated ? without(set.toString()) : set.toString();
  }

  private static String named(String name) {
    return switch (name) {
      case "digit" -> "0123456789";
      case "upper" -> "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
      case "space", "blank" -> " ";
      default -> WORD.substring(0, 26);
    };
  }

  private static String without(String set) {
    StringBuilder left = new StringBuilder();
    (WORD + " -").chars().filter(c -> set.indexOf(c) < 0).forEach(c -> left.append((char) c));
    return left.toString();
  }

  /** How often what came before is to come. */
  private int times() {
    if (!more()) {
      return 1;
    }
    char c = pattern.charAt(at);
    if (c == '?' || c == '*' || c == '+') {
      at++;
      int least = c == '+' ? 1 : 0;
      int most = c == '?' ? 1 : MOST_REPEATED;
      return least + random.nextInt(most - least + 1);
    }
    if (c != '{') {
      return 1;
    }
    int end = pattern.indexOf('}', at);
    String[] counts = pattern.substring(at + 1, end).split(",", -1);
    at = end + 1;
    int least = Integer.parseInt(counts[0]);
    int most =
        counts.length == 1
            ? least
            : counts[1].isEmpty() ? least + MOST_REPEATED : Integer.parseInt(counts[1]);
    return least + random.nextInt(Math.min(most, least + MOST_REPEATED * 2) - least + 1);
  }
}
