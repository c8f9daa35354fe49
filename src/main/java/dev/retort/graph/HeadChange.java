package dev.retort.graph;

import java.util.List;

/**
 * What one step does to the version table, in order.
 *
 * @param rows the changes; each but a purge must touch exactly one row
 */
public record HeadChange(List<RowChange> rows) {

  /** Copies the list. */
  public HeadChange {
    rows = List.copyOf(rows);
  }
}
