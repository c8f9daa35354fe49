package dev.retort.revision;

/**
 * The identifier of a revision, as it stands in its file and in the version table.
 *
 * @param value not blank; compared by case, as Alembic does
 */
public record RevisionId(String value) implements Comparable<RevisionId> {
  /** For how many characters Alembic's version table has room, {@code VARCHAR(32)}. */
  public static final int USUAL_ROOM = 32;

  /** Refuses a blank identifier. */
  public RevisionId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a revision id must not be blank");
    }
  }

  /** How many characters it has, as PostgreSQL counts them. */
  public int length() {
    return value.codePointCount(0, value.length());
  }

  @Override
  public int compareTo(RevisionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
