package dev.retort.schema;

import java.util.Optional;

/**
 * One object that needs another, as the server records it.
 *
 * @param from what needs
 * @param column the column whose default or generation expression needs it; absent for the object
 * @param on what is needed
 */
public record Dependency(ObjectId from, Optional<String> column, ObjectId on)
    implements Comparable<Dependency> {
  @Override
  public int compareTo(Dependency other) {
    int order = from.compareTo(other.from);
    if (order == 0) {
      order = on.compareTo(other.on);
    }
    return order == 0 ? column.orElse("").compareTo(other.column.orElse("")) : order;
  }
}
