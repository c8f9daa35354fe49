package dev.retort.engine;

import dev.retort.revision.RevisionId;
import dev.retort.schema.Snapshot;
import dev.retort.shadow.ObjectChange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a database looks like.
 *
 * @param candidates the nearest first
 * @param remark what the reader is to know of the comparison
 */
public record Identification(List<Candidate> candidates, Optional<String> remark) {
  /** Copies the list. */
  public Identification {
    candidates = List.copyOf(candidates);
  }

  /**
   * A position in the graph that a database may be at.
   *
   * @param heads what its version table would hold; none before the first revision
   * @param changes from the schema that these lead to, to the one that it has
   * @param expected the schema that these lead to
   * @param found the schema that the database has
   * @param distance how many lines of SQL that is; 0 where there is no difference
   */
  public record Candidate(
      List<RevisionId> heads,
      Snapshot expected,
      Snapshot found,
      List<ObjectChange> changes,
      int distance) {
    /** Copies the lists. */
    public Candidate {
      heads = List.copyOf(heads);
      changes = List.copyOf(changes);
    }

    /** The heads in words; {@code base} where there are none. */
    public String words() {
      return heads.isEmpty()
          ? "base"
          : heads.stream().map(RevisionId::value).collect(Collectors.joining(", "));
    }

    /** Whether the schema is that very one. */
    public boolean exact() {
      return changes.isEmpty();
    }
  }
}
