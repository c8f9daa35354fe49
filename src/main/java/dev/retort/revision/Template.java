package dev.retort.revision;

/**
 * The words that a new file's upgrade has in place of its SQL. As long as they stand there alone,
 * nobody has filled the file in; an upgrade that is empty on purpose is one without them.
 */
public final class Template {
  private static final String BEGINNING = "-- The SQL of the change goes here";

  /** The line that a new file's upgrade consists of. */
  public static final String UPGRADE =
      BEGINNING + "; it runs in one transaction, unless `autocommit` follows the mark.\n";

  private Template() {}

  /** Whether the line still stands in a section, however its end was worded when it was made. */
  public static boolean isIn(Script script) {
    return script.sql().lines().anyMatch(line -> line.strip().startsWith(BEGINNING));
  }
}
