package dev.retort.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cannot parse postgresql://ada:s3cret@host/db",
        "cannot parse postgresql://ada:s3cr@et@host/db?x=y",
        "cannot parse postgresql://:s3cret@host",
        "host=x password=s3cret dbname=y",
        "password = 's3cret \\' s3cret' user=x",
        "jdbc:postgresql://h/d?user=a&password=s3cret&ssl=true",
        "sslpassword=s3cret"
      })
  void noPasswordIsLeft(String text) {
    assertFalse(Redaction.of(text).contains("s3cr"), Redaction.of(text));
  }

  @Test
  void theRestStays() {
    assertEquals(
        "postgresql://ada:****@host/db?sslmode=require",
        Redaction.of("postgresql://ada:x@host/db?sslmode=require"));
    assertEquals("host=a user=b", Redaction.of("host=a user=b"));
  }
}
