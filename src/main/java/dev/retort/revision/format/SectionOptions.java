package dev.retort.revision.format;

import dev.retort.revision.TransactionMode;
import dev.retort.revision.format.Mark.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands behind a section's mark.
 *
 * @param mode how the section is run
 * @param none why there is no way back; absent where there is one
 */
record SectionOptions(TransactionMode mode, Optional<String> none) {
  static final SectionOptions DEFAULT =
      new SectionOptions(TransactionMode.TRANSACTIONAL, Optional.empty());

  private static final SectionOptions AUTOCOMMIT =
      new SectionOptions(TransactionMode.AUTOCOMMIT, Optional.empty());

  private static final Pattern NONE =
      Pattern.compile("none\\s*(?::\\s*(.*))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** The options of a mark; empty where they are not known. */
  static Optional<SectionOptions> of(Mark mark) {
    if (mark.options().isEmpty()) {
      return Optional.of(DEFAULT);
    }
    return switch (mark.dialect()) {
      case RETORT -> own(mark);
      case DBMATE -> dbmate(mark.options());
      case GOOSE -> Optional.empty();
    };
  }

  private static Optional<SectionOptions> own(Mark mark) {
    Matcher none = NONE.matcher(mark.options());
    if (mark.kind() == Kind.DOWNGRADE && none.matches()) {
      String reason = none.group(1) == null ? "" : none.group(1);
      return Optional.of(new SectionOptions(TransactionMode.TRANSACTIONAL, Optional.of(reason)));
    }
    boolean autocommit = mark.options().toLowerCase(Locale.ROOT).equals("autocommit");
    return autocommit && mark.kind() != Kind.VERIFY ? Optional.of(AUTOCOMMIT) : Optional.empty();
  }

  private static Optional<SectionOptions> dbmate(String options) {
    return switch (options) {
      case "transaction:false" -> Optional.of(AUTOCOMMIT);
      case "transaction:true" -> Optional.of(DEFAULT);
      default -> Optional.empty();
    };
  }

  /** What may stand behind a mark, for a hint. */
  static String allowed(Mark mark) {
    return switch (mark.dialect()) {
      case DBMATE -> "`transaction:false` or nothing can follow.";
      case GOOSE -> "Nothing can follow.";
      case RETORT ->
          switch (mark.kind()) {
            case UPGRADE -> "`autocommit` or nothing can follow.";
            case DOWNGRADE -> "`autocommit`, `none: reason` or nothing can follow.";
            case VERIFY, NO_TRANSACTION, STATEMENT_BEGIN, STATEMENT_END, UNKNOWN ->
                "Nothing can follow.";
          };
    };
  }
}
