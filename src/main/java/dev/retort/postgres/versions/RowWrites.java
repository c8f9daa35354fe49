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
import java.util.stream.Collectors;

/**
 * The SQL of version writes. Each checks by itself that it met exactly one row, on the server, so
 * that the COMMIT can travel with it: the count is compared in the statement, and any other count
 * is cast, within a telling text, to an integer, which fails and takes the transaction with it.
 *
 * <p>The last statement compares all rows in the same way: Alembic knows nothing of a run's lock,
 * and an INSERT beside a row that has come meanwhile would meet no resistance. What it sees stays
 * so, because the table is locked against other writers first (manual, chapter 13.3.1); readers are
 * not disturbed.
 */
final class RowWrites {
  private static final String INVALID_TEXT_REPRESENTATION = "22P02";
  private static final String UNIQUE_VIOLATION = "23505";
  static final String ROW = "retort-version-row/";
  private static final Pattern TELLING = Pattern.compile(ROW + "(\\d+)/(\\d+)");
  static final String ALL_ROWS = "retort-version-rows";

  private final String table;
  private final List<RowChange> rows;
  private final List<RevisionId> after;

  RowWrites(String table, List<HeadChange> changes, List<RevisionId> after) {
    this.table = table;
    this.after = after.stream().distinct().toList();
    this.rows = changes.stream().flatMap(change -> change.rows().stream()).toList();
  }

  /** What keeps other writers out from here to the end of the transaction. */
  static String lock(String table) {
    return "LOCK TABLE " + table + " IN SHARE ROW EXCLUSIVE MODE;\n";
  }

  /** The one change, if it leads from one head to the next. */
  Optional<RowChange.Update> move() {
    return rows.size() == 1
            && rows.getFirst() instanceof RowChange.Update update
            && after.equals(List.of(update.to()))
        ? Optional.of(update)
        : Optional.empty();
  }

  /** The statements, each closed by a semicolon. */
  String sql() {
    StringBuilder sql = new StringBuilder();
    sql.append(lock(table));
    for (int index = 0; index < rows.size(); index++) {
      sql.append(sql(rows.get(index), index)).append(";\n");
    }
    return sql.append(allRows()).append(";\n").toString();
  }

  /** That there are these rows and no others; a row that is there twice counts as one. */
  private String allRows() {
    return "SELECT CASE WHEN "
        + expected()
        + " THEN 1 ELSE ('"
        + ALL_ROWS
        + "/' || count(*))::integer END FROM "
        + table;
  }

  private String expected() {
    if (after.isEmpty()) {
      return "count(*) = 0";
    }
    String known =
        "bool_and(version_num IN ("
            + after.stream().map(RowWrites::literal).collect(Collectors.joining(", "))
            + "))";
    return after.size() == 1 ? known : known + " AND count(DISTINCT version_num) = " + after.size();
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
        + " RETURNING 1) SELECT CASE count(*) WHEN 1 THEN 1 ELSE ('"
        + ROW
        + index
        + "/' || count(*))::integer END FROM met";
  }

  static String literal(RevisionId id) {
    return Identifiers.quoteLiteral(id.value());
  }

  /** The mismatch an error tells of, if it is one of these statements'. */
  Optional<VersionRowException> mismatch(ServerErrorException e) {
    if (e.error().is(UNIQUE_VIOLATION) && isOf(table, e)) {
      return Optional.of(VersionRowException.otherRows(name()));
    }
    if (!e.error().is(INVALID_TEXT_REPRESENTATION)) {
      return Optional.empty();
    }
    if (e.error().message().contains(ALL_ROWS)) {
      return Optional.of(VersionRowException.otherRows(name()));
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

  private static boolean isOf(String table, ServerErrorException e) {
    return table.endsWith("." + Identifiers.quote(e.error().objects().getOrDefault("table", "")));
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
