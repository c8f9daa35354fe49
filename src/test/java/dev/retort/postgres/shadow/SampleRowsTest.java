package dev.retort.postgres.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.Snapshot;
import dev.retort.shadow.ShadowServer;
import dev.retort.shadow.Workspace;
import dev.retort.shadow.rows.Contents;
import dev.retort.shadow.rows.RowSession;
import dev.retort.shadow.rows.SampleRows;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("db")
@ExtendWith(PgExtension.class)
class SampleRowsTest {
  @TempDir Path folder;

  private ShadowRig rig;
  private ShadowServer server;

  @BeforeEach
  void open(PgDatabase database) {
    rig = new ShadowRig(database, folder);
    server = rig.open();
  }

  @AfterEach
  void close() {
    server.close();
    rig.close();
  }

  private List<SampleRows.Skipped> fill(Workspace workspace, String sql) {
    workspace.baseline(List.of(dev.retort.revision.Script.of(sql)));
    Snapshot schema = workspace.snapshot();
    try (RowSession session = workspace.rows()) {
      List<SampleRows.Skipped> skipped = new SampleRows(schema, session).fill();
      assertThat(Contents.read(schema, session).since(Contents.read(schema, session))).isEmpty();
      return skipped;
    }
  }

  private static String one(Workspace workspace, String query) {
    try (RowSession session = workspace.rows()) {
      return session.query(query).getFirst().getFirst().orElse("null");
    }
  }

  @Test
  void everyUsualTypeHasValues() {
    try (Workspace workspace = server.empty()) {
      List<SampleRows.Skipped> skipped =
          fill(
              workspace,
              """
              CREATE TYPE mood AS ENUM ('ok', 'bad');
              CREATE TYPE pair AS (a int, b text);
              CREATE DOMAIN code AS text CHECK (VALUE ~ '^[A-Z]{3}-[0-9]+$');
              CREATE TABLE t (
                a smallint, b integer, c bigint, d numeric(5,2), e numeric, f real, g float8, h money,
                i boolean, j text, k varchar(3), l char(2), m uuid, n date, o timestamp, p timestamptz,
                q time, r timetz, s interval, u json, v jsonb, w bytea, x inet, y cidr, z macaddr,
                aa bit(4), ab varbit(9), ac xml, ad tsvector, ae tsquery, af pg_lsn, ag point, ah box,
                ai lseg, aj path, ak polygon, al circle, am line, an int4range, ao numrange,
                ap tstzrange, aq daterange, ar text[], "as" int[], at mood, au mood[], av pair,
                aw code, ax name, ay oid, az numeric(2,2), ba interval hour, bc timestamp(3),
                "Quoted Name" "char", g2 int GENERATED ALWAYS AS (b + 1) STORED,
                id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
              """);
      assertThat(skipped).isEmpty();
      assertThat(one(workspace, "SELECT count(*) FROM public.t")).isEqualTo("20");
      assertThat(
              one(
                  workspace,
                  "SELECT string_agg(DISTINCT key, ' ') FROM public.t,"
                      + " jsonb_each_text(to_jsonb(t)) WHERE value IS NULL"))
          .isEqualTo("null");
    }
  }

  @Test
  void keysAndChecksAreRespected() {
    try (Workspace workspace = server.empty()) {
      List<SampleRows.Skipped> skipped =
          fill(
              workspace,
              """
              CREATE TABLE b (x int, y text, PRIMARY KEY (x, y));
              CREATE TABLE a (id int PRIMARY KEY, up int REFERENCES a, x int NOT NULL, y text NOT NULL,
                side text NOT NULL CHECK (side IN ('buy', 'sell')),
                low numeric, high numeric, CHECK (low < high),
                price numeric CHECK ((side = 'buy') = (price IS NOT NULL)),
                mail text CHECK (mail LIKE '%@%.%'), hash bytea CHECK (octet_length(hash) = 16) UNIQUE,
                FOREIGN KEY (x, y) REFERENCES b);
              CREATE TABLE parts (at date, n int) PARTITION BY RANGE (at);
              CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM ('2024-01-01') TO ('2024-12-31');
              CREATE TABLE nothing ();
              """);
      assertThat(skipped).isEmpty();
      assertThat(one(workspace, "SELECT count(*) > 5 FROM public.a")).isEqualTo("t");
      assertThat(one(workspace, "SELECT count(*) FROM public.a JOIN public.b USING (x, y)"))
          .isEqualTo(one(workspace, "SELECT count(*) FROM public.a"));
      assertThat(one(workspace, "SELECT count(*) FROM public.parts_1")).isEqualTo("20");
    }
  }

  @Test
  void aTableThatNoRowCanBeMadeForIsSkippedWithTheReason() {
    try (Workspace workspace = server.empty()) {
      assertThat(
              fill(
                  workspace,
                  """
                  CREATE TABLE never (n int NOT NULL CHECK (n > n));
                  CREATE TABLE parent (n int PRIMARY KEY CHECK (n > n));
                  CREATE TABLE child (n int NOT NULL REFERENCES parent);
                  """))
          .extracting(SampleRows.Skipped::table, SampleRows.Skipped::reason)
          .satisfies(
              all -> {
                assertThat(all.toString()).contains("public.never", "violates check constraint");
                assertThat(all.toString())
                    .contains("it refers to public.parent, which has no rows");
              });
    }
  }

  @Test
  void aRefusalNamesItsConstraint() {
    try (Workspace workspace = server.empty()) {
      fill(workspace, "CREATE TABLE t (n int CONSTRAINT positive CHECK (n > 0))");
      try (RowSession session = workspace.rows()) {
        assertThat(session.insert("INSERT INTO public.t VALUES (0)").orElseThrow().constraint())
            .isEqualTo(Optional.of("positive"));
      }
    }
  }
}
