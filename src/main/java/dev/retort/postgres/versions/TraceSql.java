package dev.retort.postgres.versions;

import dev.retort.plan.Traces;
import dev.retort.postgres.PostgresSession;
import dev.retort.postgres.Rows;
import dev.retort.sql.ConcurrentWork;
import dev.retort.sql.Identifiers;
import dev.retort.sql.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads from the catalog what a concurrent statement works on. A name without a schema stands for
 * all relations of that name: what search path the statement had is not known any more.
 */
final class TraceSql {
  /** What REINDEX CONCURRENTLY calls its index until it takes, or gives up, the old one's place. */
  private static final String LEFT_BY_REINDEX =
      "NOT x.indisvalid AND i.relname ~ '_cc(new|old)[0-9]*$'";

  private TraceSql() {}

  /** What the catalog shows; nothing for a statement that is not concurrent. */
  static Traces read(PostgresSession session, String sql) {
    Optional<ConcurrentWork> work = ConcurrentWork.of(sql);
    if (work.isEmpty()) {
      return Traces.none();
    }
    return switch (work.get()) {
      case ConcurrentWork.Detach(Name table, Name partition) ->
          new Traces(List.of(), attachment(session.script(attached(table, partition)).getFirst()));
      case ConcurrentWork.CreateIndex create -> indexes(session, is("t", create.table()));
      case ConcurrentWork.DropIndex(Name index) -> indexes(session, is("i", index));
      case ConcurrentWork.Reindex(ConcurrentWork.Reindex.Scope scope, Optional<Name> name) ->
          indexes(session, LEFT_BY_REINDEX + within(scope, name));
    };
  }

  private static String within(ConcurrentWork.Reindex.Scope scope, Optional<Name> name) {
    return name.map(
            one ->
                switch (scope) {
                  case INDEX ->
                      " AND x.indrelid IN (SELECT o.indrelid FROM pg_catalog.pg_index o JOIN"
                          + " pg_catalog.pg_class oi ON oi.oid = o.indexrelid JOIN"
                          + " pg_catalog.pg_namespace oisch ON oisch.oid = oi.relnamespace WHERE "
                          + is("oi", one)
                          + ")";
                  case TABLE ->
                      " AND ("
                          + is("t", one)
                          + " OR t.oid IN (SELECT o.reltoastrelid FROM pg_catalog.pg_class o"
                          + " JOIN pg_catalog.pg_namespace osch ON osch.oid = o.relnamespace WHERE "
                          + is("o", one)
                          + "))";
                  case SCHEMA -> " AND tsch.nspname = " + Identifiers.quoteLiteral(one.name());
                  case DATABASE -> "";
                })
        .orElse("");
  }

  /** The schema's alias is the relation's with sch behind it. */
  private static String is(String relation, Name name) {
    return relation
        + ".relname = "
        + Identifiers.quoteLiteral(name.name())
        + name.schema()
            .map(in -> " AND " + relation + "sch.nspname = " + Identifiers.quoteLiteral(in))
            .orElse("");
  }

  /**
   * An index on a partitioned table is not valid until every partition has one, which is as it
   * should be; one that another session is building will be, or will be its affair.
   */
  private static Traces indexes(PostgresSession session, String condition) {
    Rows rows =
        session
            .script(
                """
                SELECT pg_catalog.quote_ident(isch.nspname) || '.' || pg_catalog.quote_ident(i.relname),
                       i.relname,
                       pg_catalog.quote_ident(tsch.nspname) || '.' || pg_catalog.quote_ident(t.relname),
                       i.relkind = 'I' OR (x.indisvalid AND x.indisready AND x.indislive),
                       pg_catalog.pg_get_indexdef(i.oid)
                  FROM pg_catalog.pg_index x
                  JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
                  JOIN pg_catalog.pg_namespace isch ON isch.oid = i.relnamespace
                  JOIN pg_catalog.pg_class t ON t.oid = x.indrelid
                  JOIN pg_catalog.pg_namespace tsch ON tsch.oid = t.relnamespace
                 WHERE %s
                   AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index p
                                    WHERE p.index_relid = i.oid
                                      AND p.pid <> pg_catalog.pg_backend_pid()
                                      AND p.datname = pg_catalog.current_database())
                 ORDER BY 1\
                """
                    .formatted(condition))
            .getFirst();
    List<Traces.Index> indexes = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      indexes.add(
          new Traces.Index(
              rows.get(row, 0).orElse(""),
              rows.get(row, 1).orElse(""),
              rows.get(row, 2).orElse(""),
              rows.is(row, 3),
              rows.get(row, 4).orElse("")));
    }
    return new Traces(indexes, Optional.empty());
  }

  /** Servers before 14 have no such column, and never detach concurrently. */
  private static String attached(Name table, Name partition) {
    return """
    SELECT pg_catalog.quote_ident(tsch.nspname) || '.' || pg_catalog.quote_ident(t.relname),
           pg_catalog.quote_ident(psch.nspname) || '.' || pg_catalog.quote_ident(p.relname),
           coalesce(pg_catalog.to_jsonb(h) ->> 'inhdetachpending', 'false') = 'true'
      FROM pg_catalog.pg_inherits h
      JOIN pg_catalog.pg_class t ON t.oid = h.inhparent
      JOIN pg_catalog.pg_namespace tsch ON tsch.oid = t.relnamespace
      JOIN pg_catalog.pg_class p ON p.oid = h.inhrelid
      JOIN pg_catalog.pg_namespace psch ON psch.oid = p.relnamespace
     WHERE %s AND %s
     ORDER BY 1, 2
     LIMIT 1\
    """
        .formatted(is("t", table), is("p", partition));
  }

  private static Optional<Traces.Attachment> attachment(Rows rows) {
    return rows.size() == 0
        ? Optional.empty()
        : Optional.of(
            new Traces.Attachment(
                rows.get(0, 0).orElse(""), rows.get(0, 1).orElse(""), rows.is(0, 2)));
  }
}
