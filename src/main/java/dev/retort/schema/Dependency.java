package dev.retort.schema;

import java.util.Comparator;
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
  private static final Comparator<Dependency> ORDER =
      Comparator.comparing(Dependency::from)
          .thenComparing(Dependency::on)
          .thenComparing(d -> d.column().orElse(""));

  @Override
  public int compareTo(Dependency other) {
    return ORDER.compare(this, other);
  }
}
