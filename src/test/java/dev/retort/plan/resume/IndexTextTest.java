package dev.retort.plan.resume;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a statement and what PostgreSQL says of an index are the same. */
class IndexTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      textBlock =
          """
          ON t (x) → CREATE INDEX i ON public.t USING btree (x)
          ON s.t (X ASC, y DESC) → CREATE INDEX i ON s.t USING btree (x, y DESC)
          ON t (x) WHERE x IS NOT NULL → CREATE INDEX i ON public.t USING btree (x) WHERE (x IS NOT NULL)
          ON t (x) WHERE k = 'a' → CREATE INDEX i ON public.t USING btree (x) WHERE (k = 'a'::text)
          ON t USING gin (x) WITH (fastupdate = off) → CREATE INDEX i ON public.t USING gin (x) WITH (fastupdate='off')
          ON t (x) TABLESPACE fast → CREATE INDEX i ON public.t USING btree (x)
          """)
  void whatPostgresAddsMakesNoDifference(String tail, String definition) {
    assertTrue(IndexText.same("CREATE INDEX CONCURRENTLY i " + tail, definition));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      textBlock =
          """
          ON t (x) → CREATE UNIQUE INDEX i ON public.t USING btree (x)
          ON t (x) → CREATE INDEX i ON public.t USING btree (x DESC)
          ON t (x) → CREATE INDEX i ON public.t USING hash (x)
          ON t (x) → CREATE INDEX i ON public.t USING btree (x) WHERE (x > 0)
          ON t (x, y) → CREATE INDEX i ON public.t USING btree (y, x)
          """)
  void anythingElseDoes(String tail, String definition) {
    assertFalse(IndexText.same("CREATE INDEX CONCURRENTLY i " + tail, definition));
  }
}
