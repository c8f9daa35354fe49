package dev.retort.postgres.versions;

import dev.retort.execute.failure.ServerErrorException;
import dev.retort.execute.failure.VersionRowException;
import dev.retort.graph.HeadChange;
import dev.retort.graph.RowChange;
import dev.retort.revision.RevisionId;
import dev.retort.sql.Identifiers;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SQL of version writes. Each checks by itself that it met exactly one row, on the server, so
 * that the COMMIT can travel with it: the count is compared in the statement, and any other count
 * is cast, within a telling text, to an integer, which fails and takes the transaction with it.
 */
final class RowWrites {
  private static final String INVALID_TEXT_REPRESENTATION = "22P02";
  private static final Pattern TELLING = Pattern.compile("retort-version-row/(\\d+)/(\\d+)");

  private final String table;
  private final List<RowChange> rows;

  RowWrites(String table, List<HeadChange> changes) {
    this.table = table;
    this.rows = changes.stream().flatMap(change -> change.rows().stream()).toList();
  }

  /** The statements, each closed by a semicolon. */
  String sql() {
    StringBuilder sql = new StringBuilder();
    for (int index = 0; index < rows.size(); index++) {
      sql.append(sql(rows.get(index), index)).append(";\n");
    }
    return sql.toString();
  }

  private String sql(RowChange change, int index) {
    return switch (change) {
      case RowChange.Insert(RevisionId id) ->
          "INSERT INTO " + table + " (version_num) VALUES (" + literal(id) + ")";
      case RowChange.Delete(RevisionId id) ->
          checked("DELETE FROM " + table + " WHERE version_num = " + literal(id), index);
      case RowChange.Update(RevisionId from, RevisionId to) ->
          checked(
              "UPDATE "
                  + table
                  + " SET version_num = "
                  + literal(to)
                  + " WHERE version_num = "
                  + literal(from),
              index);
      case RowChange.Purge() -> "DELETE FROM " + table;
    };
  }

  private static String checked(String write, int index) {
    return "WITH met AS ("
        + write
        + " RETURNING 1) SELECT CASE count(*) WHEN 1 THEN 1 ELSE ('retort-version-row/"
        + index
        + "/' || count(*))::integer END FROM met";
  }

  private static String literal(RevisionId id) {
    return Identifiers.quoteLiteral(id.value());
  }

  /** The mismatch an error tells of, if it is one of these statements'. */
  Optional<VersionRowException> mismatch(ServerErrorException e) {
    if (!e.error().is(INVALID_TEXT_REPRESENTATION)) {
      return Optional.empty();
    }
    Matcher telling = TELLING.matcher(e.error().message());
    return telling.find()
        ? Optional.of(
            new VersionRowException(
                action(rows.get(Integer.parseInt(telling.group(1)))),
                name(),
                Long.parseLong(telling.group(2))))
        : Optional.empty();
  }

  private static String action(RowChange change) {
    return switch (change) {
      case RowChange.Insert(RevisionId id) -> "inserting '" + id + "'";
      case RowChange.Delete(RevisionId id) -> "deleting '" + id + "'";
      case RowChange.Update(RevisionId from, RevisionId to) ->
          "updating '" + from + "' to '" + to + "'";
      case RowChange.Purge() -> "deleting every row";
    };
  }

  private String name() {
    return table.substring(table.indexOf('.') + 1);
  }
}
