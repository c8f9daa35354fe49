package dev.retort.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptScannerTest {

  /** Events as words; comments that begin with {@code --!} are boundaries. */
  private static List<String> scan(String text) {
    ScriptScanner scanner =
        new ScriptScanner(text, 0, (start, end) -> text.startsWith("--!", start));
    List<String> events = new ArrayList<>();
    for (ScriptScanner.Event event = scanner.next();
        event != ScriptScanner.Event.END;
        event = scanner.next()) {
      String what = event == ScriptScanner.Event.ERROR ? scanner.error().name() : event.name();
      events.add(what + " " + text.substring(scanner.start(), scanner.end()));
    }
    assertEquals(ScriptScanner.Event.END, scanner.next());
    return events;
  }

  @Test
  void aBoundaryEndsTheStatementBeforeIt() {
    assertEquals(
        List.of("BOUNDARY --!a", "STATEMENT SELECT 1", "BOUNDARY --!b", "STATEMENT SELECT 2"),
        scan("--!a\nSELECT 1 -- c\n--!b\nSELECT 2"));
  }

  @Test
  void aBoundaryInAStringOrBlockCommentIsNone() {
    assertEquals(List.of("STATEMENT SELECT '\n--!a\n'"), scan("SELECT '\n--!a\n' /*\n--!b\n*/"));
  }

  @Test
  void anOpenParenthesisIsReportedOnceWhereTheOutermostStands() {
    assertEquals(
        List.of("STATEMENT SELECT f(1, (2;", "UNCLOSED_PARENTHESIS (", "BOUNDARY --!a"),
        scan("SELECT f(1, (2;\n--!a"));
    ScriptScanner scanner = new ScriptScanner("SELECT f((");
    scanner.next();
    scanner.next();
    assertEquals(8, scanner.start());
  }

  @Test
  void anUnfinishedBodyIsReportedWhereItBegins() {
    assertEquals(
        List.of(
            "STATEMENT CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1;",
            "UNFINISHED_ROUTINE_BODY B"),
        scan("CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1;"));
  }

  @Test
  void whatIsNotTerminatedIsReportedAndLeftToTheLastStatement() {
    assertEquals(
        List.of("STATEMENT SELECT 1", "UNTERMINATED_STRING 'a;", "STATEMENT SELECT ('a;"),
        scan("SELECT 1; SELECT ('a;"));
    assertEquals(
        List.of("UNTERMINATED_DOLLAR_STRING $x$ $y$", "STATEMENT $x$ $y$"), scan("$x$ $y$"));
    assertEquals(List.of("UNTERMINATED_IDENTIFIER \"a", "STATEMENT \"a"), scan("\"a"));
    assertEquals(List.of("UNTERMINATED_COMMENT /*a", "STATEMENT b /*a"), scan("b /*a"));
  }
}
