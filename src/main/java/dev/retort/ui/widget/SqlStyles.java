package dev.retort.ui.widget;

import dev.retort.sql.Lexer;
import dev.retort.sql.TokenKind;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/**
 * Colours SQL by the engine's own lexer, so that what looks like a string is one to PostgreSQL as
 * well.
 */
public final class SqlStyles {
  private SqlStyles() {}

  /** The style classes for a text, from its first character to its last. Any thread. */
  public static StyleSpans<Collection<String>> of(String text) {
    StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
    Lexer lexer = new Lexer(text);
    while (lexer.next()) {
      spans.add(style(lexer.kind(), text, lexer.start(), lexer.end()), lexer.end() - lexer.start());
    }
    if (text.isEmpty()) {
      spans.add(List.of(), 0);
    }
    return spans.create();
  }

  private static List<String> style(TokenKind kind, String text, int start, int end) {
    return switch (kind) {
      case WORD -> SqlWords.contains(text.substring(start, end)) ? List.of("keyword") : List.of();
      case LINE_COMMENT, BLOCK_COMMENT, UNTERMINATED_COMMENT -> List.of("comment");
      case STRING,
          ESCAPE_STRING,
          UNICODE_STRING,
          NATIONAL_STRING,
          BIT_STRING,
          HEX_STRING,
          UNTERMINATED_STRING ->
          List.of("literal");
      // A dollar quote usually holds code; painting all of it as one string would hide that.
      case DOLLAR_STRING, UNTERMINATED_DOLLAR_STRING -> List.of("body");
      case NUMBER, PARAMETER, MALFORMED_NUMBER -> List.of("number");
      case PSQL_COMMAND, OTHER -> List.of("comment");
      case WHITESPACE,
          QUOTED_IDENTIFIER,
          UNICODE_IDENTIFIER,
          OPERATOR,
          PUNCTUATION,
          UNTERMINATED_IDENTIFIER ->
          List.of();
    };
  }
}
