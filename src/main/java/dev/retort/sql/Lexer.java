package dev.retort.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into the tokens that PostgreSQL's own scanner would see (manual, chapter 4.1; {@code
 * scan.l}), blanks and comments among them, so that the tokens laid end to end are the text.
 *
 * <p>Any text can be lexed: nothing is ever thrown, and what was opened and not closed is a last
 * token of an {@linkplain TokenKind#isUnterminated unterminated} kind. Time is linear in the text.
 * The cursor makes no objects: {@link #next()}, then {@link #kind()}, {@link #start()} and {@link
 * #end()}. Not for several threads at once.
 */
public final class Lexer {
  private final String text;
  private final int limit;
  private final boolean standardStrings;

  private TokenKind kind = TokenKind.WHITESPACE;
  private int start;
  private int end;

  /** Up to here there are only signs that were cut off an operator; keeps long runs linear. */
  private int signsEnd;

  /** A cursor before the first token of a text, with standard_conforming_strings on. */
  public Lexer(String text) {
    this(text, 0, text.length(), true);
  }

  /**
   * A cursor before the first token of a part of a text.
   *
   * @param from offset at which a token starts
   * @param limit offset behind the part
   * @param standardStrings whether standard_conforming_strings is on, so that a backslash in {@code
   *     '…'} is a backslash
   */
  public Lexer(String text, int from, int limit, boolean standardStrings) {
    this.text = text;
    this.limit = limit;
    this.standardStrings = standardStrings;
    this.start = from;
    this.end = from;
  }

  /** All tokens of a text, with standard_conforming_strings on. */
  public static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    List<Token> tokens = new ArrayList<>();
    while (lexer.next()) {
      tokens.add(new Token(lexer.kind, lexer.start, lexer.end));
    }
    return tokens;
  }

  /** Moves to the next token; false where there is none. */
  public boolean next() {
    start = end;
    if (start >= limit) {
      return false;
    }
    char c = text.charAt(start);
    if (Chars.startsWord(c)) {
      wordOrPrefixedString(c);
    } else if (Chars.isSpace(c)) {
      whitespace();
    } else if (Numbers.startsAt(text, start, limit)) {
      number(Numbers.end(text, start, limit), TokenKind.NUMBER);
    } else if (Chars.isPunctuation(c)) {
      punctuation(c);
    } else if (Chars.isOperator(c)) {
      commentOrOperator(c);
    } else {
      quotedOrOther(c);
    }
    return true;
  }

  /** Moves on so that the next token starts at an offset at or behind {@link #end()}. */
  void skipTo(int offset) {
    end = offset;
  }

  /** What the current token is. */
  public TokenKind kind() {
    return kind;
  }

  /** The offset of the current token. */
  public int start() {
    return start;
  }

  /** The offset behind the current token. */
  public int end() {
    return end;
  }

  /** Whether the current token is this word, in any case. */
  public boolean isWord(String word) {
    return kind == TokenKind.WORD
        && end - start == word.length()
        && text.regionMatches(true, start, word, 0, word.length());
  }

  /** Whether the current token is this one character. */
  public boolean is(char c) {
    return end - start == 1 && text.charAt(start) == c;
  }

  private void token(TokenKind kind, int end) {
    this.kind = kind;
    this.end = end;
  }

  private void closed(TokenKind kind, int end, TokenKind unterminated) {
    if (end == Quoted.OPEN) {
      token(unterminated, limit);
    } else {
      token(kind, end);
    }
  }

  private void whitespace() {
    int at = start + 1;
    while (at < limit && Chars.isSpace(text.charAt(at))) {
      at++;
    }
    token(TokenKind.WHITESPACE, at);
  }

  private int wordEnd(int from) {
    int at = from;
    while (at < limit && Chars.continuesWord(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private void wordOrPrefixedString(char c) {
    char next = at(start + 1);
    if (next == '\'') {
      switch (c) {
        case 'e', 'E' -> string(TokenKind.ESCAPE_STRING, start + 2);
        case 'b', 'B' -> string(TokenKind.BIT_STRING, start + 2);
        case 'x', 'X' -> string(TokenKind.HEX_STRING, start + 2);
        case 'n', 'N' -> string(TokenKind.NATIONAL_STRING, start + 2);
        default -> token(TokenKind.WORD, start + 1);
      }
    } else if (next == '&' && (c == 'u' || c == 'U') && at(start + 2) == '\'') {
      string(TokenKind.UNICODE_STRING, start + 3);
    } else if (next == '&' && (c == 'u' || c == 'U') && at(start + 2) == '"') {
      identifier(TokenKind.UNICODE_IDENTIFIER, start + 3);
    } else {
      token(TokenKind.WORD, wordEnd(start + 1));
    }
  }

  /** The character at an offset; NUL, which starts nothing, behind the end. */
  private char at(int offset) {
    return offset < limit ? text.charAt(offset) : 0;
  }

  private void string(TokenKind kind, int inside) {
    int close = stringPart(kind, inside);
    while (close != Quoted.OPEN) {
      int more = Quoted.continuation(text, close, limit);
      if (more == Quoted.OPEN) {
        break;
      }
      close = stringPart(kind, more);
    }
    closed(kind, close, TokenKind.UNTERMINATED_STRING);
  }

  private int stringPart(TokenKind kind, int inside) {
    return switch (kind) {
      case BIT_STRING, HEX_STRING -> Quoted.single(text, inside, limit);
      case ESCAPE_STRING -> Quoted.escaped(text, inside, limit);
      case NATIONAL_STRING ->
          standardStrings
              ? Quoted.plain(text, inside, limit, '\'')
              : Quoted.escaped(text, inside, limit);
      default -> Quoted.plain(text, inside, limit, '\'');
    };
  }

  private void identifier(TokenKind kind, int inside) {
    int close = Quoted.plain(text, inside, limit, '"');
    closed(kind, close, TokenKind.UNTERMINATED_IDENTIFIER);
  }

  private void number(int numberEnd, TokenKind clean) {
    boolean junk = numberEnd < limit && Chars.startsWord(text.charAt(numberEnd));
    token(junk ? TokenKind.MALFORMED_NUMBER : clean, junk ? wordEnd(numberEnd) : numberEnd);
  }

  private void punctuation(char c) {
    char next = at(start + 1);
    boolean two = (c == ':' && (next == ':' || next == '=')) || (c == '.' && next == '.');
    token(two ? TokenKind.OPERATOR : TokenKind.PUNCTUATION, start + (two ? 2 : 1));
  }

  private void commentOrOperator(char c) {
    if (!Operators.opensComment(text, start, limit)) {
      operator();
    } else if (c == '-') {
      token(TokenKind.LINE_COMMENT, Quoted.lineEnd(text, start, limit));
    } else {
      int close = Quoted.blockComment(text, start + 2, limit);
      closed(TokenKind.BLOCK_COMMENT, close, TokenKind.UNTERMINATED_COMMENT);
    }
  }

  private void operator() {
    if (start < signsEnd) {
      token(TokenKind.OPERATOR, start + 1);
      return;
    }
    int run = Operators.run(text, start, limit);
    int operator = Operators.withoutTrailingSigns(text, start, run);
    signsEnd = operator < run ? run : start;
    token(TokenKind.OPERATOR, operator);
  }

  private void quotedOrOther(char c) {
    switch (c) {
      case '\'' -> string(standardStrings ? TokenKind.STRING : TokenKind.ESCAPE_STRING, start + 1);
      case '"' -> identifier(TokenKind.QUOTED_IDENTIFIER, start + 1);
      case '$' -> dollar();
      case '\\' -> token(TokenKind.PSQL_COMMAND, Quoted.lineEnd(text, start, limit));
      default -> token(TokenKind.OTHER, start + 1);
    }
  }

  private void dollar() {
    if (Chars.isDigit(at(start + 1))) {
      int digits = start + 1;
      while (Chars.isDigit(at(digits))) {
        digits++;
      }
      number(digits, TokenKind.PARAMETER);
      return;
    }
    int opener = Quoted.dollarOpener(text, start, limit);
    if (opener == Quoted.OPEN) {
      token(TokenKind.OTHER, start + 1);
    } else {
      int close = Quoted.dollar(text, start, opener, limit);
      closed(TokenKind.DOLLAR_STRING, close, TokenKind.UNTERMINATED_DOLLAR_STRING);
    }
  }
}
