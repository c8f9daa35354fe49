package dev.retort.ui.widget.notice;

import java.util.List;

/**
 * Something that has happened.
 *
 * @param words in a sentence
 * @param detail what it is about, such as a file; may be empty
 * @param ways what can be done about it at once
 */
public record Notice(Kind kind, String words, String detail, List<Way> ways) {

  /** How it went. */
  public enum Kind {
    DONE,
    FAILED,
    NEWS
  }

  /** Something to do about it. */
  public record Way(String id, String words, Runnable go) {}

  /** Copies the list. */
  public Notice {
    ways = List.copyOf(ways);
  }

  /** One with nothing to be done about it. */
  public Notice(Kind kind, String words, String detail) {
    this(kind, words, detail, List.of());
  }
}
