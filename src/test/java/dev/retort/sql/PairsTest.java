package dev.retort.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.sql.Pairs.Pair;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairsTest {

  /** A text with {@code ^} where the caret is, and its two ends as they are written. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      textBlock =
          """
          f^(a, (b)) → ( 1 ) 8
          f(a, (b))^ → ) 8 ( 1
          f(a, ^(b)) → ( 5 ) 7
          a[^1] → [ 1 ] 3
          SELECT ^'it''s ('; → ' 7 ' 15
          SELECT ^E'a\\'b'; → E' 7 ' 13
          SELECT ^U&"a" → U&" 7 " 11
          ^/* a /* b */ */ SELECT 1 → /* 0 */ 13
          DO ^$x$ f(1) $x$ → $x$ 3 $x$ 12
          DO $x$ f(1) ^$x$ → $x$ 12 $x$ 3
          DO $x$ f(^1) $x$ → ( 8 ) 10
          f(')', 1^) → ) 8 ( 1
          CREATE FUNCTION f() RETURNS int ^BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END; END; → BEGIN ATOMIC 32 END 76
          f(-- )¶1^) → ) 8 ( 1
          """)
  void bothEndsAreFound(String text, String ends) {
    String plain = text.replace('¶', '\n');
    int caret = plain.indexOf('^');
    String sql = plain.replace("^", "");
    Pair pair = Pairs.of(sql).at(caret).orElseThrow();
    assertEquals(ends, words(sql, pair.here()) + " " + words(sql, pair.other().orElseThrow()));
  }

  private static String words(String sql, Pairs.Span span) {
    return sql.substring(span.start(), span.end()) + " " + span.start();
  }

  @Test
  void oneWithoutCounterpartIsAlone() {
    assertEquals(Optional.empty(), Pairs.of("f(1))").at(4).orElseThrow().other());
    assertEquals(Optional.empty(), Pairs.of("f((1)").at(1).orElseThrow().other());
  }

  @Test
  void thereIsNothingBetweenThem() {
    Pairs pairs = Pairs.of("SELECT 'long text' FROM t");
    assertEquals(Optional.empty(), pairs.at(3));
    assertEquals(Optional.empty(), pairs.at(12));
    assertEquals(Optional.empty(), Pairs.of("").at(0));
  }
}
