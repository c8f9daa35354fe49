package dev.retort.sql;

/**
 * One statement of a script.
 *
 * @param offset where it begins in the script, in UTF-16 units
 * @param line 1-based line in the file, given the script's first line
 * @param column 1-based column of its first character, in UTF-16 units
 * @param kind its leading key words in upper case, such as {@code CREATE TABLE}; {@code SQL} where
 *     unknown
 * @param text the statement verbatim, from its first token to its last, inner comments included,
 *     without the closing semicolon
 */
public record SqlStatement(int offset, int line, int column, String kind, String text) {

  /** How it gets on with transactions; worked out anew at each call. */
  public StatementClass classify() {
    return Classifier.classify(text, 0, text.length(), kind);
  }
}
