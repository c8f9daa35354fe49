package dev.retort.postgres.catalog;

import dev.retort.postgres.Rows;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** What the server answered to each query. */
final class Answers {
  private final Map<CatalogQuery, List<Row>> rows = new EnumMap<>(CatalogQuery.class);

  /**
   * Answers, as they came.
   *
   * @param results one for each query, in the queries' order
   */
  Answers(List<Rows> results) {
    Iterator<Rows> next = results.iterator();
    for (CatalogQuery query : CatalogQuery.values()) {
      rows.put(query, Row.all(next.next()));
    }
  }

  /** The rows of a query's answer. */
  List<Row> to(CatalogQuery query) {
    return rows.getOrDefault(query, List.of());
  }
}
