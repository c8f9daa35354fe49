package dev.retort.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a database shows of what a concurrent statement works on, read from its catalog.
 *
 * @param indexes the indexes of the table concerned, or those of the name concerned, or what a
 *     rebuilding left; none that another session is building right now
 * @param attachment the partition concerned
 */
public record Traces(List<Index> indexes, Optional<Attachment> attachment) {

  /** Copies the list. */
  public Traces {
    indexes = List.copyOf(indexes);
  }

  /** Nothing. */
  public static Traces none() {
    return new Traces(List.of(), Optional.empty());
  }

  /**
   * An index.
   *
   * @param name with its schema, quoted as SQL needs it
   * @param plainName without schema and quotes
   * @param table with its schema, quoted as SQL needs it
   * @param valid whether queries use it and writes keep it up
   * @param definition as {@code pg_get_indexdef} has it
   */
  public record Index(
      String name, String plainName, String table, boolean valid, String definition) {}

  /**
   * How a partition hangs on its table.
   *
   * @param table with its schema, quoted as SQL needs it
   * @param partition the same
   * @param pending whether its detaching was begun and not finished
   */
  public record Attachment(String table, String partition, boolean pending) {}

  /** What is half made. */
  public List<HalfMade> halfMade() {
    List<HalfMade> found = new ArrayList<>();
    for (Index index : indexes) {
      if (!index.valid()) {
        found.add(new HalfMade.InvalidIndex(index.name(), index.table()));
      }
    }
    attachment
        .filter(Attachment::pending)
        .ifPresent(one -> found.add(new HalfMade.PendingDetach(one.partition(), one.table())));
    return found;
  }
}
