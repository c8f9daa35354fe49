package dev.retort.profile.url;

/**
 * libpq's key/value strings (manual, chapter 32.1.1.1): {@code host=localhost dbname='my db'}.
 * Spaces around the equals sign are allowed; a backslash escapes a quote or a backslash, in quotes
 * and outside of them.
 */
final class ConninfoParser {
  private final String text;
  private final OptionsBuilder options = new OptionsBuilder();
  private int at;

  private ConninfoParser(String text) {
    this.text = text;
  }

  static ConnectionOptions parse(String text) {
    ConninfoParser parser = new ConninfoParser(text);
    parser.skipSpace();
    while (!parser.atEnd()) {
      parser.pair();
      parser.skipSpace();
    }
    return parser.options.build();
  }

  private void pair() {
    int start = at;
    while (!atEnd() && text.charAt(at) != '=' && !isSpace()) {
      at++;
    }
    String word = text.substring(start, at);
    skipSpace();
    if (atEnd() || text.charAt(at) != '=') {
      throw BadUrl.of(
          "a word is not followed by = and a value",
          "Write host=… dbname=… user=…; put a value that has spaces in single quotes.");
    }
    at++;
    skipSpace();
    options.say(word, !atEnd() && text.charAt(at) == '\'' ? quoted(word) : bare());
  }

  private String bare() {
    StringBuilder value = new StringBuilder();
    while (!atEnd() && !isSpace()) {
      unescape(value);
    }
    return value.toString();
  }

  private String quoted(String word) {
    StringBuilder value = new StringBuilder();
    at++;
    while (!atEnd() && text.charAt(at) != '\'') {
      unescape(value);
    }
    if (atEnd()) {
      throw BadUrl.of(
          "the quote that opens the value of " + word + " is never closed", "Close it with '.");
    }
    at++;
    return value.toString();
  }

  private void unescape(StringBuilder value) {
    if (text.charAt(at) == '\\' && at + 1 < text.length()) {
      at++;
    }
    value.append(text.charAt(at++));
  }

  private void skipSpace() {
    while (!atEnd() && isSpace()) {
      at++;
    }
  }

  private boolean isSpace() {
    return " \t\n\r\f\u000b".indexOf(text.charAt(at)) >= 0;
  }

  private boolean atEnd() {
    return at >= text.length();
  }
}
