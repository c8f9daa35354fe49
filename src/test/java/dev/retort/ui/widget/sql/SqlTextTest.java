package dev.retort.ui.widget.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.sql.Lexer;
import dev.retort.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SqlTextTest {

  @Test
  void linesAreNumberedAndEndBeforeTheirLineEnd() {
    SqlText text = SqlText.of("SELECT 1;\r\n\nSELECT 2;");
    assertEquals(3, text.rows());
    assertEquals(List.of("SELECT 1;", "", "SELECT 2;"), rows(text));
    assertEquals(3, text.number(2));
    assertEquals(2, text.rowAt(text.text().length()));
  }

  @Test
  void aCommentAndAStringReachIntoTheLinesBelow() {
    SqlText text = SqlText.of("/* a\nb */ SELECT 'x\ny', 1");
    assertEquals(
        List.of(
            "BLOCK_COMMENT b */",
            "WHITESPACE  ",
            "WORD SELECT",
            "WHITESPACE  ",
            "UNTERMINATED_STRING 'x"),
        tokens(text, 1));
    assertEquals(
        List.of("STRING y'", "PUNCTUATION ,", "WHITESPACE  ", "NUMBER 1"), tokens(text, 2));
  }

  @Test
  void theBodyOfAFunctionIsCutIntoTokensAsWell() {
    SqlText text = SqlText.of("AS $f$\nBEGIN /* x\ny */ RETURN 'a';\nEND\n$f$ LANGUAGE plpgsql;");
    assertEquals(List.of("WORD AS", "WHITESPACE  ", "DOLLAR_STRING $f$"), tokens(text, 0));
    assertEquals("WORD BEGIN", tokens(text, 1).getFirst());
    assertEquals(
        List.of(
            "BLOCK_COMMENT y */",
            "WHITESPACE  ",
            "WORD RETURN",
            "WHITESPACE  ",
            "STRING 'a'",
            "PUNCTUATION ;"),
        tokens(text, 2));
    assertEquals(
        List.of("DOLLAR_STRING $f$", "WHITESPACE  ", "WORD LANGUAGE"),
        tokens(text, 4).subList(0, 3));
  }

  @Test
  void aLineOfMegabytesIsCutIntoRowsOfOneNumber() {
    SqlText text = SqlText.of("SELECT '" + "😀".repeat(5_000) + "';\nSELECT 2;");
    assertTrue(text.rows() > 5);
    assertEquals(1, text.number(text.rows() - 2));
    assertEquals(2, text.number(text.rows() - 1));
    assertEquals(text.rows() - 1, text.rowOfLine(2));
    assertEquals(0, text.rowOfLine(1));
    assertEquals(
        text.text(),
        String.join("", rows(text).subList(0, text.rows() - 1)) + "\n" + rows(text).getLast());
    rows(text)
        .forEach(row -> assertTrue(row.isEmpty() || !Character.isLowSurrogate(row.charAt(0)), row));
  }

  @Property
  void theTokensOfEachRowLieEndToEnd(@ForAll("sql") String sql) {
    SqlText text = SqlText.of(sql);
    for (int row = 0; row < text.rows(); row++) {
      StringBuilder together = new StringBuilder();
      text.tokens(row, (kind, from, to) -> together.append(sql, from, to));
      assertEquals(sql.substring(text.start(row), text.end(row)), together.toString());
    }
  }

  @Property
  void aRowIsColouredAsTheWholeTextWouldBe(@ForAll("sql") String sql) {
    SqlText text = SqlText.of(sql);
    TokenKind[] whole = new TokenKind[sql.length()];
    Lexer lexer = new Lexer(sql);
    while (lexer.next()) {
      java.util.Arrays.fill(whole, lexer.start(), lexer.end(), lexer.kind());
    }
    for (int row = 0; row < text.rows(); row++) {
      text.tokens(
          row,
          (kind, from, to) -> {
            for (int at = from; at < to; at++) {
              boolean quoted =
                  whole[at] == TokenKind.DOLLAR_STRING
                      || whole[at] == TokenKind.UNTERMINATED_DOLLAR_STRING;
              assertTrue(quoted || same(whole[at], kind), sql + " at " + at + ": " + kind);
            }
          });
    }
  }

  /**
   * At a row's end, what goes on below looks as if it were closed there, or never closed; and a
   * comment between the parts of a string, which PostgreSQL takes for a part of it, looks like one.
   */
  private static boolean same(TokenKind whole, TokenKind seen) {
    return whole == seen
        || seen.isUnterminated()
        || seen == TokenKind.LINE_COMMENT
        || seen == TokenKind.WHITESPACE
        || SqlStyles.style(whole, "", 0, 0).equals(SqlStyles.style(seen, "", 0, 0));
  }

  @Provide
  Arbitrary<String> sql() {
    return Arbitraries.of(
            "SELECT ", "'it''s'", "'", "\"", "/*", "*/", "-- c", "\n", "\r\n", "$$", "$f$", "1.5",
            "E'\\'", ";", " ", "a", "\t")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  private static List<String> rows(SqlText text) {
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < text.rows(); row++) {
      rows.add(text.text().substring(text.start(row), text.end(row)));
    }
    return rows;
  }

  private static List<String> tokens(SqlText text, int row) {
    List<String> tokens = new ArrayList<>();
    text.tokens(row, (kind, from, to) -> tokens.add(kind + " " + text.text().substring(from, to)));
    return tokens;
  }
}
