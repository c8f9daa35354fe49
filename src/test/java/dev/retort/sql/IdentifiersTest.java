package dev.retort.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class IdentifiersTest {

  @Test
  void namesGetQuotesOnlyWhereTheyNeedThem() {
    assertEquals("audit_log2", Identifiers.quote("audit_log2"));
    assertEquals("\"Audit\"", Identifiers.quote("Audit"));
    assertEquals("\"2fast\"", Identifiers.quote("2fast"));
    assertEquals("\"a\"\"b\"", Identifiers.quote("a\"b"));
    assertEquals("\"user\"", Identifiers.quote("user"));
    assertEquals("\"größe\"", Identifiers.quote("größe"));
    assertEquals("public.\"order\"", Identifiers.quote("public", "order"));
  }

  @Test
  void literalsSurviveQuotesAndBackslashes() {
    assertEquals("'it''s'", Identifiers.quoteLiteral("it's"));
    assertEquals("E'a\\\\b'", Identifiers.quoteLiteral("a\\b"));
  }

  @Test
  void whatNoNameOrTextCanHoldIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Identifiers.quote(""));
    assertThrows(IllegalArgumentException.class, () -> Identifiers.quote("a\0"));
    assertThrows(IllegalArgumentException.class, () -> Identifiers.quoteLiteral("\0"));
  }
}
