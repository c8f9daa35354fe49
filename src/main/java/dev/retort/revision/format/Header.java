package dev.retort.revision.format;

import dev.retort.sql.Lexer;
import dev.retort.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  private static final Pattern KEY_LINE =
      Pattern.compile(
          "--\\s*(revision id|revises|create date|branch labels?|depends on)\\s*:[ \\t]*(.*)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern LINE_END = Pattern.compile("\\R");
  private static final Pattern SAYS_SOMETHING = Pattern.compile("[\\p{L}\\p{N}]");

  /** Copies the list. */
  public Header {
    lines = List.copyOf(lines);
  }

  /** Reads the header of a text. */
  public static Header of(String text) {
    return new Reader(text).read();
  }

  /** A comment line's key and value; empty where it has none. */
  static Optional<HeaderLine> keyLine(String text, int start, int end) {
    Matcher matcher = KEY_LINE.matcher(text).region(start, end);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String value = matcher.group(2).stripTrailing();
    int valueStart = matcher.start(2);
    return Optional.of(
        new HeaderLine(key(matcher.group(1)), value, valueStart, valueStart + value.length()));
  }

  private static HeaderKey key(String written) {
    return switch (written.toLowerCase(Locale.ROOT)) {
      case "revision id" -> HeaderKey.REVISION_ID;
      case "revises" -> HeaderKey.REVISES;
      case "create date" -> HeaderKey.CREATE_DATE;
      case "depends on" -> HeaderKey.DEPENDS_ON;
      default -> HeaderKey.BRANCH_LABELS;
    };
  }

  /** The first line with a key. */
  public Optional<HeaderLine> line(HeaderKey key) {
    return lines.stream().filter(line -> line.key() == key).findFirst();
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

    Reader(String text) {
      this.text = text;
    }

    Header read() {
      Lexer lexer = new Lexer(text);
      while (lexer.next() && lexer.kind().isBlank() && !isSectionMark(lexer)) {
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
      if (start >= 0 && LINE_END.matcher(text).region(from, to).results().count() > 1) {
        firstBlock = false;
      }
    }

    private void comment(int from, int to) {
      start = start < 0 ? from : start;
      Optional<HeaderLine> line = keyLine(text, from, to);
      line.ifPresent(lines::add);
      String words = text.substring(from, to).replaceFirst("^-+", "").strip();
      if (line.isEmpty()
          && firstBlock
          && message.isEmpty()
          && SAYS_SOMETHING.matcher(words).find()
          && Mark.at(text, from, to).isEmpty()) {
        message = Optional.of(words);
      }
    }
  }
}
