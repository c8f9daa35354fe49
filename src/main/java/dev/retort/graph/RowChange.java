package dev.retort.graph;

import dev.retort.revision.RevisionId;

/** One change to the rows of the version table; each must touch exactly one row. */
public sealed interface RowChange {

  /** A row appears. */
  record Insert(RevisionId id) implements RowChange {}

  /** A row goes. */
  record Delete(RevisionId id) implements RowChange {}

  /** A row moves. */
  record Update(RevisionId from, RevisionId to) implements RowChange {}

  /** Every row goes, known or not: {@code stamp --purge}. */
  record Purge() implements RowChange {}
}
