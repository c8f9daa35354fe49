package dev.retort.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LineIndexTest {

  @Test
  void everyKindOfLineEndCountsOnce() {
    LineIndex index = new LineIndex("a\nb\r\nc\rd\n");
    assertEquals(1, index.lineOf(0));
    assertEquals(1, index.lineOf(1));
    assertEquals(2, index.lineOf(2));
    assertEquals(2, index.lineOf(4));
    assertEquals(3, index.lineOf(5));
    assertEquals(4, index.lineOf(7));
    assertEquals(5, index.lineOf(9));
  }

  @Test
  void columnsStartAtOne() {
    LineIndex index = new LineIndex("ab\ncd");
    assertEquals(1, index.columnOf(0));
    assertEquals(3, index.columnOf(2));
    assertEquals(2, index.columnOf(4));
  }

  @Test
  void manyLinesAreIndexed() {
    LineIndex index = new LineIndex("x\n".repeat(1000));
    assertEquals(1001, index.lineOf(2000));
    assertEquals(500, index.lineOf(999));
  }
}
