package dev.retort.lanes;

/** Why a line is drawn from a revision down to another. */
public enum EdgeKind {
  /** To the first revision that it revises: the line that goes straight on. */
  REVISES,
  /** To another revision that it revises: a merge. */
  MERGES,
  /** To a revision that it depends on without revising it. */
  DEPENDS
}
