package dev.retort.sql;

import dev.retort.sql.StatementClass.BackslashStrings;
import dev.retort.sql.StatementClass.CopyFromStdin;
import dev.retort.sql.StatementClass.Ordinary;
import dev.retort.sql.StatementClass.OutsideTransaction;
import dev.retort.sql.StatementClass.PsqlCommand;
import dev.retort.sql.StatementClass.TransactionControl;
import dev.retort.sql.StatementClass.TransactionControl.Effect;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the {@link StatementClass} of a statement from its kind and, where that is not enough, its
 * tokens.
 */
final class Classifier {
  private static final Set<String> ON =
      Set.of("ON", "TRUE", "YES", "1", "'ON'", "'TRUE'", "'YES'", "'1'", "DEFAULT");

  private static final Set<String> NOISE = Set.of("WORK", "TRANSACTION");

  private Classifier() {}

  static StatementClass classify(String text, int start, int end, String kind) {
    if (kind.startsWith("\\")) {
      return new PsqlCommand(kind);
    }
    return switch (kind) {
      case "BEGIN", "START TRANSACTION" ->
          new TransactionControl(plain(text.substring(start, end), kind, Effect.PLAIN_BEGIN));
      case "COMMIT", "END" ->
          new TransactionControl(plain(text.substring(start, end), kind, Effect.PLAIN_COMMIT));
      case "ROLLBACK",
          "ABORT",
          "SAVEPOINT",
          "RELEASE",
          "PREPARE TRANSACTION",
          "COMMIT PREPARED",
          "ROLLBACK PREPARED" ->
          new TransactionControl(Effect.OTHER);
      case "SET" ->
          allowsBackslashes(text.substring(start, end)) ? new BackslashStrings() : new Ordinary();
      case "COPY" -> CopyData.isReadBy(text, start, end) ? new CopyFromStdin() : new Ordinary();
      default -> {
        Optional<String> refused = TransactionRefusals.of(text, start, end, kind);
        yield refused.isPresent() ? new OutsideTransaction(refused.get()) : new Ordinary();
      }
    };
  }

  /** {@code SET [SESSION | LOCAL] standard_conforming_strings = | TO …}, and not on or default. */
  private static boolean allowsBackslashes(String statement) {
    List<String> tokens = StatementWords.allTokens(statement);
    return tokens.contains("STANDARD_CONFORMING_STRINGS") && !ON.contains(tokens.getLast());
  }

  private static Effect plain(String statement, String kind, Effect plain) {
    List<String> tokens = StatementWords.allTokens(statement);
    int words = kind.equals("START TRANSACTION") ? 2 : 1;
    boolean noise = words == 1 && tokens.size() == 2 && NOISE.contains(tokens.get(1));
    return tokens.size() == words || noise ? plain : Effect.OTHER;
  }
}
