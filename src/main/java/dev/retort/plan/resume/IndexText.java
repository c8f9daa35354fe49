package dev.retort.plan.resume;

import dev.retort.sql.Lexer;
import dev.retort.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Compares the statement that makes an index with what {@code pg_get_indexdef} says of one. Where
 * PostgreSQL writes an expression in another way than the file, they count as different: the answer
 * is then the user's to give.
 */
final class IndexText {
  private IndexText() {}

  /** Whether they say the same from the table's name on. */
  static boolean same(String statement, String definition) {
    List<String> one = plain(statement);
    List<String> other = plain(definition);
    return one.contains("unique") == other.contains("unique") && tail(one).equals(tail(other));
  }

  /** Without what PostgreSQL adds or leaves out: parentheses, casts, quotes, the default order. */
  private static List<String> plain(String sql) {
    List<String> words = new ArrayList<>();
    boolean cast = false;
    for (Token token : Lexer.tokens(sql)) {
      if (token.kind().isBlank()) {
        continue;
      }
      String word = word(sql.substring(token.start(), token.end()));
      if (word.equals("::")) {
        cast = true;
      } else if (cast) {
        cast = word.equals("character");
      } else if (!word.equals("(") && !word.equals(")") && !word.equals("asc")) {
        words.add(word);
      }
    }
    return words;
  }

  private static String word(String token) {
    char first = token.charAt(0);
    boolean quoted =
        token.length() > 1
            && (first == '"' || first == '\'')
            && token.charAt(token.length() - 1) == first;
    return quoted ? token.substring(1, token.length() - 1) : token.toLowerCase(Locale.ROOT);
  }

  private static List<String> tail(List<String> words) {
    int at = words.indexOf("on") + 1;
    if (at < words.size() && words.get(at).equals("only")) {
      at++;
    }
    at++;
    while (at + 1 < words.size() && words.get(at).equals(".")) {
      at += 2;
    }
    List<String> tail = new ArrayList<>(words.subList(Math.min(at, words.size()), words.size()));
    if (tail.isEmpty() || !tail.getFirst().equals("using")) {
      tail.addAll(0, List.of("using", "btree"));
    }
    int tablespace = tail.indexOf("tablespace");
    if (tablespace >= 0 && tablespace + 1 < tail.size()) {
      tail.subList(tablespace, tablespace + 2).clear();
    }
    return tail;
  }
}
