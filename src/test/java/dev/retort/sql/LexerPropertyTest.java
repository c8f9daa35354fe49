package dev.retort.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LexerPropertyTest {

  @Provide
  Arbitrary<String> noise() {
    return SqlTexts.noise();
  }

  @Provide
  Arbitrary<String> bytes() {
    return SqlTexts.bytes();
  }

  @Provide
  Arbitrary<List<String>> statements() {
    return SqlTexts.statements();
  }

  @Property
  void tokensOfAnyBytesLaidEndToEndAreTheText(@ForAll("bytes") String text) {
    checkTokens(text);
  }

  @Property(tries = 3000)
  void tokensOfAnyNoiseLaidEndToEndAreTheText(@ForAll("noise") String text) {
    checkTokens(text);
  }

  private static void checkTokens(String text) {
    int at = 0;
    List<Token> tokens = Lexer.tokens(text);
    for (Token token : tokens) {
      assertEquals(at, token.start());
      assertTrue(token.end() > at);
      at = token.end();
    }
    assertEquals(text.length(), at);
    tokens.stream()
        .limit(Math.max(0, tokens.size() - 1))
        .forEach(token -> assertFalse(token.kind().isUnterminated()));
  }

  @Property(tries = 3000)
  void statementsStandInTheTextInOrderAndNothingButBlanksAndSemicolonsIsLeft(
      @ForAll("noise") String text) {
    StringBuilder left = new StringBuilder();
    int at = 0;
    for (SqlStatement statement : StatementSplitter.split(text, 1)) {
      assertTrue(statement.offset() >= at);
      assertTrue(text.startsWith(statement.text(), statement.offset()));
      left.append(text, at, statement.offset()).append('\n');
      at = statement.offset() + statement.text().length();
    }
    left.append(text.substring(at));
    String rest = left.toString();
    for (Token token : Lexer.tokens(rest)) {
      assertTrue(token.kind().isBlank() || token.in(rest).equals(";"), rest);
    }
  }

  @Property(tries = 3000)
  void aStatementSplitAgainIsItself(@ForAll("noise") String text) {
    for (SqlStatement statement : StatementSplitter.split(text, 1)) {
      List<SqlStatement> again = StatementSplitter.split(statement.text(), 1);
      assertEquals(List.of(statement.text()), again.stream().map(SqlStatement::text).toList());
      assertEquals(statement.kind(), again.getFirst().kind());
    }
  }

  @Property
  void asManyStatementsComeOutAsWentIn(@ForAll("statements") List<String> statements) {
    String text = "-- first\n" + String.join(";;\n -- it's\n", statements) + "\n;";
    List<SqlStatement> split = StatementSplitter.split(text, 1);
    assertEquals(statements, split.stream().map(SqlStatement::text).toList());
    for (SqlStatement statement : split) {
      String before = text.substring(0, statement.offset());
      String normal = before.replace("\r\n", "\n").replace('\r', '\n');
      assertEquals(1 + normal.chars().filter(c -> c == '\n').count(), statement.line());
    }
  }
}
