package dev.retort.ui.widget.sql;

import dev.retort.sql.TokenKind;
import java.util.ArrayList;
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

  /**
   * The style classes for rows that follow each other, with what is searched for marked in them.
   * Any thread.
   *
   * @param first the first place shown
   * @param last the last one, inclusive
   * @param current which occurrence the reader is at; -1 if none
   */
  static StyleSpans<Collection<String>> of(
      SqlRows rows, int first, int last, SqlSearch search, int current) {
    StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
    SqlText text = rows.text();
    for (int place = first; place <= last; place++) {
      text.tokens(
          rows.row(place),
          (kind, from, to) ->
              marked(spans, style(kind, text.text(), from, to), from, to, search, current));
      // The newline between two rows shown; also what an empty text needs.
      spans.add(List.of(), place < last ? 1 : 0);
    }
    return spans.create();
  }

  private static void marked(
      StyleSpansBuilder<Collection<String>> spans,
      List<String> style,
      int from,
      int to,
      SqlSearch search,
      int current) {
    int at = from;
    for (int i = search.reaching(from); i < search.count() && search.offset(i) < to; i++) {
      int begin = Math.max(at, search.offset(i));
      int end = Math.min(to, search.offset(i) + search.length());
      if (begin > at) {
        spans.add(style, begin - at);
      }
      List<String> both = new ArrayList<>(style);
      both.add(i == current ? "current-match" : "match");
      spans.add(both, end - begin);
      at = end;
    }
    if (to > at) {
      spans.add(style, to - at);
    }
  }

  /** The style classes of a token. */
  public static List<String> style(TokenKind kind, String text, int start, int end) {
    return switch (kind) {
      case WORD ->
          switch (SqlWords.of(text, start, end)) {
            case KEYWORD -> List.of("keyword");
            case TYPE -> List.of("type");
            case NAME -> List.of();
          };
      case LINE_COMMENT, BLOCK_COMMENT, UNTERMINATED_COMMENT -> List.of("comment");
      case STRING,
          ESCAPE_STRING,
          UNICODE_STRING,
          NATIONAL_STRING,
          BIT_STRING,
          HEX_STRING,
          UNTERMINATED_STRING ->
          List.of("literal");
      // The tags around a body, and strings inside one; the body's own code has its own tokens.
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
