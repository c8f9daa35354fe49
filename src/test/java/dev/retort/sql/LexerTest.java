package dev.retort.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tokens, one case a line: the text, then kinds and texts as {@code KIND:text} with a bar between
 * them, blanks left out. In both, {@code ¶} is a line end.
 */
class LexerTest {

  private static String show(String text, boolean standardStrings) {
    Lexer lexer = new Lexer(text, 0, text.length(), standardStrings);
    List<String> tokens = new ArrayList<>();
    while (lexer.next()) {
      if (lexer.kind() != TokenKind.WHITESPACE) {
        tokens.add(lexer.kind() + ":" + text.substring(lexer.start(), lexer.end()));
      }
    }
    return String.join(" | ", tokens).replace('\n', '¶');
  }

  private static void check(String text, String tokens) {
    assertEquals(tokens, show(text.replace('¶', '\n'), true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      textBlock =
          """
          a_1$ → WORD:a_1$
          Größe → WORD:Größe
          名前 → WORD:名前
          _x → WORD:_x
          1a → MALFORMED_NUMBER:1a
          "a""b;" → QUOTED_IDENTIFIER:"a""b;"
          "a -- b" → QUOTED_IDENTIFIER:"a -- b"
          U&"d\\0061" → UNICODE_IDENTIFIER:U&"d\\0061"
          u&x → WORD:u | OPERATOR:& | WORD:x
          u& 'x' → WORD:u | OPERATOR:& | STRING:'x'
          ub'1' → WORD:ub | STRING:'1'
          select* → WORD:select | OPERATOR:*
          """)
  void wordsAndQuotedIdentifiers(String text, String tokens) {
    check(text, tokens);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      textBlock =
          """
          'a''b' → STRING:'a''b'
          'a\\' → STRING:'a\\'
          'a;--/*' → STRING:'a;--/*'
          'a' 'b' → STRING:'a' | STRING:'b'
          'a'¶'b' → STRING:'a'¶'b'
          'a' -- c¶ 'b' → STRING:'a' -- c¶ 'b'
          'a' -- c → STRING:'a' | LINE_COMMENT:-- c
          'a' /* c¶ */ 'b' → STRING:'a' | BLOCK_COMMENT:/* c¶ */ | STRING:'b'
          'a'¶E'b' → STRING:'a' | ESCAPE_STRING:E'b'
          E'a\\'b' → ESCAPE_STRING:E'a\\'b'
          e'a\\\\' → ESCAPE_STRING:e'a\\\\'
          e'a''b' → ESCAPE_STRING:e'a''b'
          E'a'¶'b\\'c' → ESCAPE_STRING:E'a'¶'b\\'c'
          U&'d\\0061''' → UNICODE_STRING:U&'d\\0061'''
          u&'\\' → UNICODE_STRING:u&'\\'
          N'x''y' → NATIONAL_STRING:N'x''y'
          B'01' → BIT_STRING:B'01'
          b'0'¶'1' → BIT_STRING:b'0'¶'1'
          b'0''1' → BIT_STRING:b'0' | STRING:'1'
          X'1F' → HEX_STRING:X'1F'
          ne'x' → WORD:ne | STRING:'x'
          """)
  void strings(String text, String tokens) {
    check(text, tokens);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      textBlock =
          """
          $$a;'b$$ → DOLLAR_STRING:$$a;'b$$
          $$$$ → DOLLAR_STRING:$$$$
          $a$ x $b$ y $a$ → DOLLAR_STRING:$a$ x $b$ y $a$
          $a$ $b$a$ → DOLLAR_STRING:$a$ $b$a$
          $a$ $A$ $a$ → DOLLAR_STRING:$a$ $A$ $a$
          $a$ $$ $a$ → DOLLAR_STRING:$a$ $$ $a$
          $$ $x$$ → DOLLAR_STRING:$$ $x$$
          $ä1$é$ä1$ → DOLLAR_STRING:$ä1$é$ä1$
          x$a$b$a$ → WORD:x$a$b$a$
          1$$b$$ → NUMBER:1 | DOLLAR_STRING:$$b$$
          $1 → PARAMETER:$1
          $1$$x$$ → PARAMETER:$1 | DOLLAR_STRING:$$x$$
          $1a → MALFORMED_NUMBER:$1a
          $12+$3 → PARAMETER:$12 | OPERATOR:+ | PARAMETER:$3
          $1a$ → MALFORMED_NUMBER:$1a$
          $a b$ → OTHER:$ | WORD:a | WORD:b$
          $ → OTHER:$
          $-$ → OTHER:$ | OPERATOR:- | OTHER:$
          """)
  void dollars(String text, String tokens) {
    check(text, tokens);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      textBlock =
          """
          -- a 'b → LINE_COMMENT:-- a 'b
          --¶a → LINE_COMMENT:-- | WORD:a
          /* a /* b */ c */ d → BLOCK_COMMENT:/* a /* b */ c */ | WORD:d
          /**/a → BLOCK_COMMENT:/**/ | WORD:a
          /***/a → BLOCK_COMMENT:/***/ | WORD:a
          /*/*/ */ */a → BLOCK_COMMENT:/*/*/ */ */ | WORD:a
          /* ' -- */a → BLOCK_COMMENT:/* ' -- */ | WORD:a
          a--b → WORD:a | LINE_COMMENT:--b
          a-/*c*/b → WORD:a | OPERATOR:- | BLOCK_COMMENT:/*c*/ | WORD:b
          a*/b → WORD:a | OPERATOR:*/ | WORD:b
          """)
  void comments(String text, String tokens) {
    check(text, tokens);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      textBlock =
          """
          a=-1 → WORD:a | OPERATOR:= | OPERATOR:- | NUMBER:1
          a@-1 → WORD:a | OPERATOR:@- | NUMBER:1
          a*-+-1 → WORD:a | OPERATOR:* | OPERATOR:- | OPERATOR:+ | OPERATOR:- | NUMBER:1
          a->>'b' → WORD:a | OPERATOR:->> | STRING:'b'
          a#>>-1 → WORD:a | OPERATOR:#>>- | NUMBER:1
          a<=/*c*/b → WORD:a | OPERATOR:<= | BLOCK_COMMENT:/*c*/ | WORD:b
          a@--c → WORD:a | OPERATOR:@ | LINE_COMMENT:--c
          a+--c → WORD:a | OPERATOR:+ | LINE_COMMENT:--c
          a::b → WORD:a | OPERATOR::: | WORD:b
          a:=b → WORD:a | OPERATOR::= | WORD:b
          a=>b → WORD:a | OPERATOR:=> | WORD:b
          a?b → WORD:a | OPERATOR:? | WORD:b
          [a:b] → PUNCTUATION:[ | WORD:a | PUNCTUATION:: | WORD:b | PUNCTUATION:]
          a.b,c → WORD:a | PUNCTUATION:. | WORD:b | PUNCTUATION:, | WORD:c
          {} → OTHER:{ | OTHER:}
          """)
  void operatorsAndPunctuation(String text, String tokens) {
    check(text, tokens);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      textBlock =
          """
          42 → NUMBER:42
          3.5 → NUMBER:3.5
          4. → NUMBER:4.
          .001 → NUMBER:.001
          5e2 → NUMBER:5e2
          1.925e-3 → NUMBER:1.925e-3
          1.e+5 → NUMBER:1.e+5
          1e → MALFORMED_NUMBER:1e
          1e+ → MALFORMED_NUMBER:1e | OPERATOR:+
          1..10 → NUMBER:1 | OPERATOR:.. | NUMBER:10
          1.2.3 → NUMBER:1.2 | NUMBER:.3
          0x1F → NUMBER:0x1F
          0X_1f → NUMBER:0X_1f
          0o17 → NUMBER:0o17
          0b101 → NUMBER:0b101
          0x → MALFORMED_NUMBER:0x
          0xg → MALFORMED_NUMBER:0xg
          0b12 → NUMBER:0b1 | NUMBER:2
          1_000_000 → NUMBER:1_000_000
          1__0 → MALFORMED_NUMBER:1__0
          1_000. → NUMBER:1_000.
          1._5 → MALFORMED_NUMBER:1._5
          12ab → MALFORMED_NUMBER:12ab
          1e5x → MALFORMED_NUMBER:1e5x
          1.5x → MALFORMED_NUMBER:1.5x
          """)
  void numbers(String text, String tokens) {
    check(text, tokens);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      textBlock =
          """
          'a; → UNTERMINATED_STRING:'a;
          'a'' → UNTERMINATED_STRING:'a''
          'a'¶'b → UNTERMINATED_STRING:'a'¶'b
          E'a\\' → UNTERMINATED_STRING:E'a\\'
          E'\\ → UNTERMINATED_STRING:E'\\
          X'1 → UNTERMINATED_STRING:X'1
          "a → UNTERMINATED_IDENTIFIER:"a
          U&"a → UNTERMINATED_IDENTIFIER:U&"a
          $$a → UNTERMINATED_DOLLAR_STRING:$$a
          $a$ $b$ → UNTERMINATED_DOLLAR_STRING:$a$ $b$
          a /* b → WORD:a | UNTERMINATED_COMMENT:/* b
          /* /* */ → UNTERMINATED_COMMENT:/* /* */
          /*/ → UNTERMINATED_COMMENT:/*/
          """)
  void whatIsOpenedAndNotClosedIsTheLastToken(String text, String tokens) {
    check(text, tokens);
  }

  @Test
  void aBackslashIsPsqlsUpToTheEndOfItsLine() {
    check("\\i it's¶a", "PSQL_COMMAND:\\i it's | WORD:a");
    check("select 1 \\gset x", "WORD:select | NUMBER:1 | PSQL_COMMAND:\\gset x");
  }

  @Test
  void aCarriageReturnAloneEndsALineCommentAsForTheServer() {
    assertEquals("LINE_COMMENT:--a | WORD:b", show("--a\rb", true));
  }

  @Test
  void withoutStandardStringsABackslashEscapesInPlainStrings() {
    assertEquals("ESCAPE_STRING:'a\\'c'", show("'a\\'c'", false));
    assertEquals("NATIONAL_STRING:N'a\\'b'", show("N'a\\'b'", false));
    assertEquals("STRING:'a\\' | WORD:c | UNTERMINATED_STRING:'", show("'a\\'c'", true));
  }

  @Test
  void everyCharacterOfAnOddTextIsInSomeToken() {
    String text = "\0\u0001`~\uFFFF\uD800 \uDC00''\"\"$a$";
    StringBuilder again = new StringBuilder();
    Lexer.tokens(text).forEach(token -> again.append(token.in(text)));
    assertEquals(text, again.toString());
  }
}
