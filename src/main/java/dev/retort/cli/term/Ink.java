package dev.retort.cli.term;

/** What a piece of text is, which decides its colour. */
public enum Ink {
  /** A revision's id. */
  REVISION("33"),
  /** A head, or something that went well. */
  GOOD("32"),
  /** Something to look at before going on. */
  WARNING("33;1"),
  /** Something that failed. */
  BAD("31;1"),
  /** A name to find again: a label, a profile, a file. */
  NAME("36"),
  /** A heading. */
  STRONG("1"),
  /** What may be skipped while reading. */
  FAINT("2");

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  String paint(String text) {
    return "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
