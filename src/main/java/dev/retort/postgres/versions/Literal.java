package dev.retort.postgres.versions;

/** Text as an SQL string constant (manual, chapter 4.1.2.1). */
final class Literal {
  private Literal() {}

  /** Quotes a text so that it means the same whatever standard_conforming_strings is set to. */
  static String of(String text) {
    String quoted = "'" + text.replace("'", "''") + "'";
    return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
  }
}
