package dev.retort.ui.widget.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.ui.widget.sql.SqlWords.Sort;
import org.junit.jupiter.api.Test;

class SqlWordsTest {

  @Test
  void typesAreToldFromKeyWordsAndNames() {
    assertEquals(Sort.KEYWORD, last("create TABLE"));
    assertEquals(Sort.TYPE, last("id BigInt"));
    assertEquals(Sort.NAME, last("SELECT quantity"));
  }

  @Test
  void aWordOfSeveralIsColouredBehindTheOthersOnly() {
    assertEquals(Sort.KEYWORD, last("timestamp with time zone"));
    assertEquals(Sort.KEYWORD, last("timestamp without\n  time"));
    assertEquals(Sort.TYPE, last("double precision"));
    assertEquals(Sort.TYPE, last("character varying"));
    assertEquals(Sort.KEYWORD, last("ON DELETE NO ACTION"));
    assertEquals(Sort.NAME, last("SELECT action"));
    assertEquals(Sort.NAME, last("SELECT zone"));
  }

  @Test
  void aColumnMayBeCalledLikeAType() {
    assertEquals(Sort.TYPE, last("born date"));
    assertEquals(Sort.NAME, last("SELECT date"));
    assertEquals(Sort.NAME, last("orders.text"));
    assertEquals(Sort.TYPE, last("ALTER COLUMN born TYPE date"));
  }

  private static Sort last(String sql) {
    int start = Math.max(sql.lastIndexOf(' '), sql.lastIndexOf('.')) + 1;
    return SqlWords.of(sql, start, sql.length());
  }
}
