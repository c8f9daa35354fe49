package dev.retort.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a statement token by token, blanks left out: key words where expected, and names. */
final class WordReader {
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  WordReader(String statement) {
    this.text = statement;
    for (Token token : Lexer.tokens(statement)) {
      if (!token.kind().isBlank()) {
        tokens.add(token);
      }
    }
  }

  /** Passes over these words, if they come next, all of them. */
  boolean skip(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!upper(at + i).equals(words[i])) {
        return false;
      }
    }
    at += words.length;
    return true;
  }

  /** Passes over whatever stands in parentheses, if they come next; tells their words. */
  List<String> parentheses() {
    List<String> inside = new ArrayList<>();
    if (!upper(at).equals("(")) {
      return inside;
    }
    int depth = 0;
    do {
      String word = upper(at++);
      depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
      inside.add(word);
    } while (depth > 0 && at < tokens.size());
    return inside;
  }

  /** The next word in upper case; empty at the end. */
  String peek() {
    return upper(at);
  }

  /** Passes over one word and tells it. */
  String take() {
    return upper(at++);
  }

  /** Whether the last word of the statement is this one. */
  boolean endsWith(String word) {
    return upper(tokens.size() - 1).equals(word);
  }

  /** A name, with its schema if it has one; absent where none comes next. */
  Optional<Name> name() {
    Optional<String> part = identifier();
    Optional<String> before = Optional.empty();
    while (part.isPresent() && skip(".")) {
      before = part;
      part = identifier();
    }
    Optional<String> schema = before;
    return part.map(last -> new Name(schema, last));
  }

  private Optional<String> identifier() {
    if (at >= tokens.size()) {
      return Optional.empty();
    }
    Token token = tokens.get(at);
    String raw = text.substring(token.start(), token.end());
    Optional<String> read =
        switch (token.kind()) {
          case WORD -> Optional.of(raw.toLowerCase(Locale.ROOT));
          case QUOTED_IDENTIFIER ->
              Optional.of(raw.substring(1, raw.length() - 1).replace("\"\"", "\""));
          default -> Optional.empty();
        };
    at += read.isPresent() ? 1 : 0;
    return read;
  }

  private String upper(int index) {
    if (index < 0 || index >= tokens.size()) {
      return "";
    }
    Token token = tokens.get(index);
    return text.substring(token.start(), token.end()).toUpperCase(Locale.ROOT);
  }
}
