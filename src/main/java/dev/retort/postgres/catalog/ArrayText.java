package dev.retort.postgres.catalog;

import java.util.ArrayList;
import java.util.List;

/** Reads a one-dimensional array of texts as the server writes it (manual, chapter 8.15.6). */
final class ArrayText {
  private final String text;
  private int at = 1;

  private ArrayText(String text) {
    this.text = text;
  }

  /** The elements; none for an empty text. */
  static List<String> parse(String text) {
    return text.length() <= 2 ? List.of() : new ArrayText(text).elements();
  }

  private List<String> elements() {
    List<String> elements = new ArrayList<>();
    while (at < text.length()) {
      elements.add(element());
      at++;
    }
    return elements;
  }

  /** Reads up to the comma or brace behind an element. */
  private String element() {
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\') {
        at++;
        value.append(text.charAt(at));
      } else if (!quoted && (c == ',' || c == '}')) {
        break;
      } else {
        value.append(c);
      }
    }
    return value.toString();
  }
}
