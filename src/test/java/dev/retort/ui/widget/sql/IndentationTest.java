package dev.retort.ui.widget.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class IndentationTest {
  private final Indentation four = new Indentation("    ");

  @Test
  void aFileSaysHowItIsIndented() {
    assertEquals("4 spaces", Indentation.of("").words());
    assertEquals("2 spaces", Indentation.of("a (\n  b,\n  c (\n    d))\n").words());
    assertEquals("4 spaces", Indentation.of("a (\n    b,\n    c)\n").words());
    assertEquals("Tabs", Indentation.of("a (\n\tb,\n\tc)\n").words());
  }

  @Test
  void aNewLineIsAsDeepAsTheOneAboveAndDeeperInParentheses() {
    assertEquals(new Indentation.Break("\n  ", 0), four.newLine("  a,", "b"));
    assertEquals(new Indentation.Break("\n    ", 0), four.newLine("CREATE TABLE a (", ""));
    assertEquals(new Indentation.Break("\n    \n", 1), four.newLine("CREATE TABLE a (", ");"));
  }

  @Test
  void linesGoInAndOutTogether() {
    assertEquals("    a\n\n      b\n", four.deeper("a\n\n  b\n"));
    assertEquals("a\n\n  b\n", four.shallower("    a\n\n      b\n"));
    assertEquals("a\nb", four.shallower("  a\n\tb"));
    assertEquals("   ", four.toNextStep(5));
  }
}
