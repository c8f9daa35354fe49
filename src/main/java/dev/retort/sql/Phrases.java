package dev.retort.sql;

import java.util.HashSet;
import java.util.Set;

/** A set of phrases of key words, asked for the longest that a statement goes on with. */
final class Phrases {
  private final Set<String> whole;
  private final Set<String> beginnings;

  private Phrases(Set<String> whole, Set<String> beginnings) {
    this.whole = Set.copyOf(whole);
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
    String longest = whole.contains(first) ? first : "";
    String phrase = first;
    while (beginnings.contains(phrase)) {
      phrase = phrase + " " + rest.next();
      longest = whole.contains(phrase) ? phrase : longest;
    }
    return longest;
  }
}
