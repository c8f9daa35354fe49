package dev.retort.sql;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A set of phrases of key words, asked for the longest that a statement goes on with. */
final class Phrases {
  /** Each phrase by itself, so that all who ask get the same string and need no room for it. */
  private final Map<String, String> whole;

  private final Set<String> beginnings;

  private Phrases(Set<String> whole, Set<String> beginnings) {
    this.whole =
        whole.stream().collect(Collectors.toUnmodifiableMap(phrase -> phrase, phrase -> phrase));
    this.beginnings = Set.copyOf(beginnings);
  }

  /** The phrases of a list with commas. */
  static Phrases of(String list) {
    Set<String> whole = Set.of(list.strip().split(",\\s*"));
    Set<String> beginnings = new HashSet<>();
    for (String phrase : whole) {
      for (int space = phrase.indexOf(' '); space >= 0; space = phrase.indexOf(' ', space + 1)) {
        beginnings.add(phrase.substring(0, space));
      }
    }
    return new Phrases(whole, beginnings);
  }

  /** The longest phrase made of a word and those that follow; empty where there is none. */
  String longest(String first, StatementWords rest) {
    String longest = whole.getOrDefault(first, "");
    String phrase = first;
    while (beginnings.contains(phrase)) {
      phrase = phrase + " " + rest.next();
      longest = whole.getOrDefault(phrase, longest);
    }
    return longest;
  }
}
