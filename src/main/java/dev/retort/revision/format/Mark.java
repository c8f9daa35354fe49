package dev.retort.revision.format;

import dev.retort.sql.Lexer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment that is more than a comment: {@code -- @upgrade}, or what dbmate and goose write for
 * the same.
 *
 * @param kind what it means
 * @param dialect whose it is
 * @param word the mark without its options, as the file has it: {@code @upgrade}
 * @param options what follows on the line
 * @param start offset of the comment
 * @param end offset behind it
 */
record Mark(Kind kind, Dialect dialect, String word, String options, int start, int end) {

  /** What a mark means. */
  enum Kind {
    UPGRADE,
    DOWNGRADE,
    VERIFY,
    /** goose: the whole file is autocommit. */
    NO_TRANSACTION,
    /**
     * goose: the lexer needs no help to find where a statement ends, but the pair must be whole.
     */
    STATEMENT_BEGIN,
    STATEMENT_END,
    /** A word that no mark has. */
    UNKNOWN
  }

  /** Whose marks they are. */
  enum Dialect {
    RETORT,
    DBMATE,
    GOOSE
  }

  private static final Pattern OWN =
      Pattern.compile("@([\\p{L}_][\\p{L}\\p{N}_-]*)(.*)", Pattern.DOTALL);
  private static final Pattern DBMATE = Pattern.compile("(migrate:\\S*)(.*)", Pattern.DOTALL);
  private static final Pattern GOOSE = Pattern.compile("(?is)(\\+goose)\\b(.*)");

  /** The mark that a line comment is; empty where it is none, or not on a line of its own. */
  static Optional<Mark> at(String text, int start, int end) {
    int from = start + 2;
    while (from < end && isBlank(text.charAt(from))) {
      from++;
    }
    // Almost every comment ends here, without having cost anything.
    if (from == end || "@m+".indexOf(text.charAt(from)) < 0 || !ownLine(text, start)) {
      return Optional.empty();
    }
    String body = text.substring(from, end).stripTrailing();
    return switch (body.charAt(0)) {
      case '@' -> own(body, start, end);
      case 'm' -> dbmate(body, start, end);
      default -> goose(body, start, end);
    };
  }

  /** The first section mark among the lines between two offsets, whatever they are part of. */
  static Optional<Mark> firstSectionMark(String text, int from, int to) {
    int at = text.indexOf("--", from, to);
    while (at >= 0) {
      Lexer line = new Lexer(text, at, to, true);
      line.next();
      Optional<Mark> mark = at(text, at, line.end()).filter(Mark::startsSection);
      if (mark.isPresent()) {
        return mark;
      }
      at = text.indexOf("--", line.end(), to);
    }
    return Optional.empty();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean ownLine(String text, int start) {
    int at = start - 1;
    while (at >= 0 && isBlank(text.charAt(at))) {
      at--;
    }
    return at < 0 || text.charAt(at) == '\n' || text.charAt(at) == '\r';
  }

  private static Optional<Mark> own(String body, int start, int end) {
    Matcher matcher = OWN.matcher(body);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Kind kind =
        switch (matcher.group(1).toLowerCase(Locale.ROOT)) {
          case "upgrade" -> Kind.UPGRADE;
          case "downgrade" -> Kind.DOWNGRADE;
          case "verify" -> Kind.VERIFY;
          default -> Kind.UNKNOWN;
        };
    String options = matcher.group(2).strip();
    return Optional.of(new Mark(kind, Dialect.RETORT, "@" + matcher.group(1), options, start, end));
  }

  private static Optional<Mark> dbmate(String body, int start, int end) {
    Matcher matcher = DBMATE.matcher(body);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Kind kind =
        switch (matcher.group(1)) {
          case "migrate:up" -> Kind.UPGRADE;
          case "migrate:down" -> Kind.DOWNGRADE;
          default -> Kind.UNKNOWN;
        };
    String options = matcher.group(2).strip();
    return Optional.of(new Mark(kind, Dialect.DBMATE, matcher.group(1), options, start, end));
  }

  private static Optional<Mark> goose(String body, int start, int end) {
    Matcher matcher = GOOSE.matcher(body);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String command = matcher.group(2).strip();
    Kind kind =
        switch (command.toLowerCase(Locale.ROOT)) {
          case "up" -> Kind.UPGRADE;
          case "down" -> Kind.DOWNGRADE;
          case "no transaction" -> Kind.NO_TRANSACTION;
          case "statementbegin" -> Kind.STATEMENT_BEGIN;
          case "statementend" -> Kind.STATEMENT_END;
          default -> Kind.UNKNOWN;
        };
    return Optional.of(new Mark(kind, Dialect.GOOSE, "+goose " + command, "", start, end));
  }

  /** Whether a section starts here. */
  boolean startsSection() {
    return switch (kind) {
      case UPGRADE, DOWNGRADE, VERIFY -> true;
      case NO_TRANSACTION, STATEMENT_BEGIN, STATEMENT_END, UNKNOWN -> false;
    };
  }

  /** The mark of the same section that lets it run outside a transaction; empty for verify. */
  String autocommitMark() {
    return switch (dialect) {
      case RETORT -> kind == Kind.VERIFY ? "" : "-- " + word + " autocommit";
      case DBMATE -> "-- " + word + " transaction:false";
      case GOOSE -> "-- +goose NO TRANSACTION";
    };
  }
}
