package dev.retort.sql;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random texts for properties: noise in which quotes and comments abound, and valid statements. */
public final class SqlTexts {
  private static final String[] PIECES = {
    "'",
    "''",
    "\"",
    "$$",
    "$a$",
    "$1",
    "$",
    "--",
    "-",
    "/*",
    "*/",
    "*",
    "/",
    ";",
    ";\n",
    "\\",
    "\n",
    "\r\n",
    "\r",
    " ",
    "E'",
    "U&'",
    "u&\"",
    "B'",
    "N'",
    "(",
    ")",
    "a",
    "begin atomic",
    "end",
    "case",
    "create function f()",
    "copy t from stdin;\n",
    "\n\\.\n",
    "1",
    "0x",
    "..",
    "::",
    "+",
    "@",
    "é",
    "\uD83D\uDE00",
    "\0",
    "-- @upgrade\n"
  };

  private SqlTexts() {}

  /** Pieces that open and close things, in any order. */
  public static Arbitrary<String> noise() {
    return Arbitraries.of(PIECES).list().ofMaxSize(60).map(pieces -> String.join("", pieces));
  }

  /** Any bytes, read as UTF-8 with replacements. */
  public static Arbitrary<String> bytes() {
    return Arbitraries.bytes()
        .array(byte[].class)
        .ofMaxSize(200)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** One valid expression that is a text for the server, full of what looks like something else. */
  static Arbitrary<String> expression() {
    Arbitrary<String> inside =
        Arbitraries.of(
                ";", "--", "/*", "*/", "a", " ", "\n", " $b$ ", "\"", "(", "é", "BEGIN ATOMIC")
            .list()
            .ofMaxSize(6)
            .map(pieces -> String.join("", pieces));
    return Arbitraries.oneOf(
        inside.map(text -> "'" + text + "''\\'"),
        inside.map(text -> "E'" + text + "\\'\\\\'"),
        inside.map(text -> "'x' -- " + text.replace("\n", "") + "\n'" + text + "'"),
        inside.map(text -> "U&'" + text + "\\0061'''"),
        inside.map(text -> "n'" + text + "'"),
        inside.map(text -> "$$" + text + "'$$"),
        inside.map(text -> "$a$" + text + "$$'\\$a$"),
        inside.map(text -> "(('" + text + "'))"),
        Arbitraries.of("X'1F'::text", "b'01'::text", "(5*-1)::text", "(2-/*'*/-1)::text"),
        Arbitraries.of("(SELECT t.\"a;b\" FROM (SELECT 1 AS \"a;b\") t)::text"));
  }

  private static Arbitrary<String> gap() {
    return Arbitraries.of(" ", "\n", " /* ; ' /* $$ */ \" */ ", " -- it's; $a$\n", "\t\r\n");
  }

  /** One valid statement that puts an expression into the table {@code log (value text)}. */
  public static Arbitrary<String> statement() {
    Arbitrary<String> insert =
        Combinators.combine(gap(), expression(), gap())
            .as(
                (before, value, after) ->
                    "INSERT INTO log" + before + "VALUES (" + value + after + ")");
    Arbitrary<String> query =
        Combinators.combine(gap(), expression())
            .as((gap, value) -> "insert into log select" + gap + value + " AS \"end\"");
    return Arbitraries.oneOf(insert, query, routine(), block());
  }

  private static Arbitrary<String> routine() {
    return Combinators.combine(expression(), gap())
        .as(
            (value, gap) ->
                "CREATE OR REPLACE PROCEDURE p() BEGIN"
                    + gap
                    + "ATOMIC INSERT INTO log VALUES (CASE WHEN true THEN "
                    + value
                    + " ELSE (CASE 1 WHEN 2 THEN 'x' END) END);"
                    + gap
                    + "INSERT INTO log SELECT 'b' AS end; END");
  }

  private static Arbitrary<String> block() {
    return expression()
        .filter(value -> !value.contains("$b$"))
        .map(value -> "DO $b$ BEGIN INSERT INTO log VALUES (" + value + "); END; $b$");
  }

  /** Several valid statements. */
  public static Arbitrary<List<String>> statements() {
    return statement().list().ofMinSize(1).ofMaxSize(8);
  }
}
