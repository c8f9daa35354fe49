package dev.retort.ui.widget.sql;

import dev.retort.sql.Lexer;
import dev.retort.sql.TokenKind;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A text cut into rows: its lines, very long ones cut further, since a line of megabytes cannot be
 * laid out. Each row knows the token that reaches into it from above, and can so be coloured by
 * itself. A dollar quote usually holds code, so what is inside one is cut into tokens as well. Made
 * in one pass over the text; immutable, any thread. Rows and offsets count from 0, line numbers
 * from 1.
 */
public final class SqlText {
  /** Longer than any line a person writes, short enough to be laid out at once. */
  private static final int LONGEST_ROW = 2_000;

  private static final int NONE = -1;

  private final String text;
  private final int[] starts;
  private final int[] numbers;
  private final BitSet continued;
  private final @Nullable TokenKind[] carried;
  private final int[] carriedEnd;
  private final int[] bodyEnd;

  private SqlText(String text, int[] starts, BitSet continued) {
    this.text = text;
    this.starts = starts;
    this.continued = continued;
    this.numbers = numbers(starts.length, continued);
    this.carried = new @Nullable TokenKind[starts.length];
    this.carriedEnd = new int[starts.length];
    this.bodyEnd = new int[starts.length];
    Arrays.fill(bodyEnd, NONE);
    carry();
  }

  /** Receives the tokens of a row, in order and without gaps. */
  public interface Tokens {
    /** A token, or the part of it within the row. Offsets are the text's. */
    void token(TokenKind kind, int from, int to);
  }

  /** Cuts a text. */
  public static SqlText of(String text) {
    int[] starts = new int[Math.max(16, text.length() / 32)];
    BitSet continued = new BitSet();
    int count = 0;
    int start = 0;
    while (start >= 0) {
      if (count + 1 >= starts.length) {
        starts = Arrays.copyOf(starts, starts.length * 2);
      }
      starts[count++] = start;
      int newline = text.indexOf('\n', start, Math.min(start + LONGEST_ROW, text.length()));
      if (newline >= 0) {
        start = newline + 1;
      } else if (text.length() - start > LONGEST_ROW) {
        start = between(text, start + LONGEST_ROW);
        continued.set(count);
      } else {
        start = -1;
      }
    }
    return new SqlText(text, Arrays.copyOf(starts, count), continued);
  }

  /** A cut must not part the halves of one character. */
  private static int between(String text, int offset) {
    return Character.isLowSurrogate(text.charAt(offset)) ? offset - 1 : offset;
  }

  private static int[] numbers(int rows, BitSet continued) {
    int[] numbers = new int[rows];
    int number = 0;
    for (int row = 0; row < rows; row++) {
      numbers[row] = continued.get(row) ? number : ++number;
    }
    return numbers;
  }

  private void carry() {
    Lexer lexer = new Lexer(text);
    int row = 0;
    while (lexer.next()) {
      if (isDollar(lexer.kind())) {
        int from = tagEnd(lexer.start());
        int to = bodyEnd(lexer.kind(), lexer.start(), lexer.end());
        // A row that begins at the end of the body begins with the closing tag.
        for (int inside = row + 1; inside < starts.length && starts[inside] <= to; inside++) {
          bodyEnd[inside] = to;
        }
        Lexer body = new Lexer(text, from, to, true);
        while (body.next()) {
          row = carry(body, row);
        }
      } else {
        row = carry(lexer, row);
      }
    }
  }

  /** Notes a token in the rows that begin inside it; gives the row in which it ends. */
  private int carry(Lexer token, int from) {
    int row = from;
    for (; row + 1 < starts.length && starts[row + 1] < token.end(); row++) {
      if (starts[row + 1] > token.start()) {
        carried[row + 1] = token.kind();
        carriedEnd[row + 1] = token.end();
      }
    }
    return row;
  }

  private static boolean isDollar(TokenKind kind) {
    return kind == TokenKind.DOLLAR_STRING || kind == TokenKind.UNTERMINATED_DOLLAR_STRING;
  }

  /** Where the tag that opens or closes a dollar quote ends. */
  private int tagEnd(int start) {
    return text.indexOf('$', start + 1) + 1;
  }

  private int bodyEnd(TokenKind kind, int start, int end) {
    return kind == TokenKind.DOLLAR_STRING ? end - (tagEnd(start) - start) : end;
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /** How many rows; at least one. */
  public int rows() {
    return starts.length;
  }

  /** Where a row begins. */
  public int start(int row) {
    return starts[row];
  }

  /** Where a row ends, its line end not counted. */
  public int end(int row) {
    if (row + 1 == starts.length) {
      return text.length();
    }
    int end = continued.get(row + 1) ? starts[row + 1] : starts[row + 1] - 1;
    return end > starts[row] && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /** The number of the line that a row belongs to. */
  public int number(int row) {
    return numbers[row];
  }

  /** Whether a row goes on with the line of the row above. */
  public boolean continued(int row) {
    return continued.get(row);
  }

  /** The row that an offset is in. */
  int rowAt(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }

  /** The first row of a line; of the last line, if there are fewer. */
  int rowOfLine(int number) {
    int found = Arrays.binarySearch(numbers, Math.clamp(number, 1, numbers[numbers.length - 1]));
    while (found > 0 && continued.get(found)) {
      found--;
    }
    return found;
  }

  /** The tokens of a row. */
  public void tokens(int row, Tokens tokens) {
    int end = end(row);
    int at = starts[row];
    if (bodyEnd[row] >= at) {
      at =
          body(
              carriedPart(row, at, Math.min(bodyEnd[row], end), tokens), bodyEnd[row], end, tokens);
    } else {
      at = carriedPart(row, at, end, tokens);
    }
    Lexer lexer = new Lexer(text, at, end, true);
    while (lexer.next()) {
      if (isDollar(lexer.kind())) {
        int inside = tagEnd(lexer.start());
        tokens.token(TokenKind.DOLLAR_STRING, lexer.start(), inside);
        body(inside, bodyEnd(lexer.kind(), lexer.start(), lexer.end()), lexer.end(), tokens);
      } else {
        tokens.token(lexer.kind(), lexer.start(), lexer.end());
      }
    }
  }

  private int carriedPart(int row, int at, int limit, Tokens tokens) {
    TokenKind kind = carried[row];
    if (kind == null) {
      return at;
    }
    int to = Math.min(carriedEnd[row], limit);
    if (at < to) {
      tokens.token(kind, at, to);
    }
    return Math.max(at, to);
  }

  /** The tokens of a body, as far as they are in the row, and the tag that closes it. */
  private int body(int at, int bodyEnd, int end, Tokens tokens) {
    int to = Math.min(bodyEnd, end);
    Lexer lexer = new Lexer(text, at, to, true);
    while (lexer.next()) {
      tokens.token(lexer.kind(), lexer.start(), lexer.end());
    }
    if (bodyEnd >= end) {
      return end;
    }
    int tagEnd = Math.min(tagEnd(bodyEnd), end);
    tokens.token(TokenKind.DOLLAR_STRING, bodyEnd, tagEnd);
    return tagEnd;
  }
}
