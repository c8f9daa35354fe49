package dev.retort.sql;

/** How a statement gets on with transactions, and with being sent to a server at all. */
public sealed interface StatementClass {

  /** Nothing special. */
  record Ordinary() implements StatementClass {}

  /** It begins or ends a transaction, or a part of one. */
  record TransactionControl(Effect effect) implements StatementClass {

    /** What it does. */
    public enum Effect {
      /** {@code BEGIN} or {@code START TRANSACTION} without any option. */
      PLAIN_BEGIN,
      /** {@code COMMIT} or {@code END} without any option. */
      PLAIN_COMMIT,
      /** Anything else: options, savepoints, rollbacks, two phases. */
      OTHER
    }
  }

  /**
   * PostgreSQL refuses it inside a transaction (SQLSTATE 25001), so its section must be autocommit.
   *
   * @param what the part that matters, for example {@code CREATE INDEX CONCURRENTLY}
   */
  record OutsideTransaction(String what) implements StatementClass {}

  /** It reads rows from the client, which only psql and the like can send. */
  record CopyFromStdin() implements StatementClass {}

  /**
   * psql itself would execute it; no server understands it.
   *
   * @param command with its backslash, for example {@code \i}
   */
  record PsqlCommand(String command) implements StatementClass {}

  /**
   * It turns standard_conforming_strings off, after which the server would see strings end
   * elsewhere than whoever splits or reads the script.
   */
  record BackslashStrings() implements StatementClass {}

  /**
   * Whether the first word of a statement already shows that it is {@link Ordinary} or {@link
   * OutsideTransaction}; makes no objects. False where more has to be looked at.
   */
  static boolean isOfNoConcernToFiles(String text, int start, int end) {
    return FirstWord.isHarmless(text, start, end);
  }

  /** The class of a statement's text. */
  static StatementClass of(String statement) {
    return of(statement, 0, statement.length());
  }

  /** The class of the statement between two offsets of a text; copies it only where it must. */
  static StatementClass of(String text, int start, int end) {
    return Classifier.classify(text, start, end, StatementKind.of(text, start, end));
  }
}
