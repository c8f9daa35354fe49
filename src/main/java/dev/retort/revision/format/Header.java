package dev.retort.revision.format;

import dev.retort.sql.Lexer;
import dev.retort.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header of a revision file: the line comments before the first statement or section mark, with
 * the keys that Alembic writes into a revision's docstring.
 *
 * @param lines the lines with a key, in order; a key may be there twice
 * @param message the first comment line that is none of them, in the first block of comments
 * @param start offset of the first line comment; 0 where there is none
 * @param hasComment whether there is a line comment at all
 */
public record Header(
    List<HeaderLine> lines, Optional<String> message, int start, boolean hasComment) {

  /** Copies the list. */
  public Header {
    lines = List.copyOf(lines);
  }

  /** Reads the header of a text. */
  public static Header of(String text) {
    return new Reader(text).read();
  }

  /**
   * Reads the header of a text of which only the beginning is at hand.
   *
   * @return empty where the header may go on behind it
   */
  public static Optional<Header> ofBeginning(String text) {
    Reader reader = new Reader(text);
    Header header = reader.read();
    return reader.over ? Optional.of(header) : Optional.empty();
  }

  /** A comment line's key and value; empty where it has none. */
  static Optional<HeaderLine> keyLine(String text, int start, int end) {
    return KeyLine.of(text, start, end);
  }

  /** The first line with a key. */
  public Optional<HeaderLine> line(HeaderKey key) {
    for (HeaderLine line : lines) {
      if (line.key() == key) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  /** The items of a key's line; empty where it is not there. */
  public List<String> items(HeaderKey key) {
    return line(key).map(HeaderLine::items).orElse(List.of());
  }

  /** Whether this is a header at all; comments that only mention a dependency are none. */
  public boolean isPresent() {
    return line(HeaderKey.REVISION_ID).isPresent() || line(HeaderKey.REVISES).isPresent();
  }

  private static final class Reader {
    private final String text;
    private final List<HeaderLine> lines = new ArrayList<>();
    private Optional<String> message = Optional.empty();
    private boolean firstBlock = true;
    private int start = -1;

    /** Whether something was met that ends a header. */
    private boolean over;

    Reader(String text) {
      this.text = text;
    }

    Header read() {
      Lexer lexer = new Lexer(text);
      while (lexer.next()) {
        if (!lexer.kind().isBlank() || isSectionMark(lexer)) {
          // What reaches to the end may be the beginning of something else.
          over = lexer.end() < text.length();
          break;
        }
        switch (lexer.kind()) {
          case LINE_COMMENT -> comment(lexer.start(), lexer.end());
          case WHITESPACE -> gap(lexer.start(), lexer.end());
          default -> firstBlock = start < 0;
        }
      }
      return new Header(lines, message, Math.max(start, 0), start >= 0);
    }

    private boolean isSectionMark(Lexer lexer) {
      return lexer.kind() == TokenKind.LINE_COMMENT
          && Mark.at(text, lexer.start(), lexer.end()).filter(Mark::startsSection).isPresent();
    }

    private void gap(int from, int to) {
      if (start >= 0 && hasEmptyLine(from, to)) {
        firstBlock = false;
      }
    }

    private boolean hasEmptyLine(int from, int to) {
      int ends = 0;
      for (int at = from; at < to; at++) {
        char c = text.charAt(at);
        ends += c == '\n' || (c == '\r' && !text.startsWith("\n", at + 1)) ? 1 : 0;
      }
      return ends > 1;
    }

    private void comment(int from, int to) {
      start = start < 0 ? from : start;
      Optional<HeaderLine> line = keyLine(text, from, to);
      line.ifPresent(lines::add);
      if (line.isEmpty() && firstBlock && message.isEmpty() && Mark.at(text, from, to).isEmpty()) {
        message = Optional.of(words(from, to)).filter(Reader::saysSomething);
      }
    }

    private String words(int from, int to) {
      int at = from;
      while (at < to && text.charAt(at) == '-') {
        at++;
      }
      return text.substring(at, to).strip();
    }

    /** A line of signs alone, as people draw them around a title, is no message. */
    private static boolean saysSomething(String words) {
      for (int at = 0; at < words.length(); at = words.offsetByCodePoints(at, 1)) {
        int c = words.codePointAt(at);
        int type = Character.getType(c);
        if (Character.isLetterOrDigit(c)
            || type == Character.LETTER_NUMBER
            || type == Character.OTHER_NUMBER) {
          return true;
        }
      }
      return false;
    }
  }
}
