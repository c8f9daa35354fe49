package dev.retort.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.sql.ConcurrentWork.CreateIndex;
import dev.retort.sql.ConcurrentWork.Detach;
import dev.retort.sql.ConcurrentWork.DropIndex;
import dev.retort.sql.ConcurrentWork.Reindex;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a statement's text tells of how its effect comes about. */
class StatementEffectTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      textBlock =
          """
          INSERT INTO t VALUES (1) → TRANSACTIONAL
          WITH a AS (SELECT 1) DELETE FROM t → TRANSACTIONAL
          SELECT f() → TRANSACTIONAL
          ALTER TABLE t ADD x int → TRANSACTIONAL
          ALTER TYPE t ADD VALUE 'x' → TRANSACTIONAL
          CREATE INDEX i ON t (x) → TRANSACTIONAL
          DO $$ BEGIN INSERT INTO t VALUES (1); END $$ → TRANSACTIONAL
          DO $$ BEGIN COMMIT; END $$ → UNKNOWN
          DO $$ BEGIN call p(); END $$ → UNKNOWN
          CALL p() → UNKNOWN
          CREATE DATABASE d → UNKNOWN
          DROP SUBSCRIPTION s → UNKNOWN
          LOCK TABLE t → UNKNOWN
          nonsense → UNKNOWN
          SET search_path = s → SESSION
          SET ROLE r → SESSION
          select pg_catalog.set_config('a.b', '1', false) → SESSION
          VACUUM t → REPEATABLE
          ALTER SYSTEM SET work_mem = '1MB' → REPEATABLE
          REINDEX TABLE t → REPEATABLE
          CREATE INDEX CONCURRENTLY i ON t (x) → CONCURRENT
          REINDEX (CONCURRENTLY) TABLE t → CONCURRENT
          ALTER TABLE p DETACH PARTITION c CONCURRENTLY → CONCURRENT
          BEGIN → TRANSACTION_CONTROL
          COMMIT AND CHAIN → TRANSACTION_CONTROL
          """)
  void theTextTellsHowTheEffectComesAbout(String sql, StatementEffect effect) {
    assertEquals(effect, StatementEffect.of(sql));
  }

  @Test
  void theNamesOfConcurrentWorkAreReadAsPostgresReadsThem() {
    assertEquals(
        Optional.of(
            new CreateIndex(
                Optional.of("I\"x"), new Name(Optional.of("s"), "order lines"), true, true)),
        ConcurrentWork.of(
            "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS \"I\"\"x\" ON ONLY S.\"order lines\""
                + " USING btree (x)"));
    assertEquals(
        Optional.of(new CreateIndex(Optional.empty(), name("t"), false, false)),
        ConcurrentWork.of("create index concurrently /* c */ on T (x)"));
    assertEquals(
        Optional.of(new DropIndex(new Name(Optional.of("s"), "i"))),
        ConcurrentWork.of("DROP INDEX CONCURRENTLY IF EXISTS s.i CASCADE"));
    assertEquals(
        Optional.of(new Reindex(Reindex.Scope.TABLE, Optional.of(name("t")))),
        ConcurrentWork.of("REINDEX (VERBOSE, CONCURRENTLY) TABLE t"));
    assertEquals(
        Optional.of(new Detach(name("p"), new Name(Optional.of("s"), "c"))),
        ConcurrentWork.of("ALTER TABLE IF EXISTS p DETACH PARTITION s.c CONCURRENTLY"));
    assertEquals(Optional.empty(), ConcurrentWork.of("CREATE INDEX i ON t (x)"));
    assertEquals(Optional.empty(), ConcurrentWork.of("CREATE INDEX CONCURRENTLY"));
  }

  private static Name name(String plain) {
    return new Name(Optional.empty(), plain);
  }
}
