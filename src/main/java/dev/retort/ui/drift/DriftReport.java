package dev.retort.ui.drift;

import dev.retort.engine.Drift;
import dev.retort.engine.author.ProposedSql;
import dev.retort.revision.RevisionId;
import dev.retort.schema.diff.ChangedDdl;
import dev.retort.schema.diff.SchemaDiff;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A database beside what its heads make, ready to be read.
 *
 * @param database the profile's name
 * @param ddl of what differs: as expected, and as found
 * @param back the statements that would bring the database back
 * @param compared how many objects were compared
 * @param onlyColumnOrder whether nothing differs but the order of columns, which no statement can
 *     change
 */
record DriftReport(
    String database,
    Drift drift,
    ChangedDdl ddl,
    String back,
    int compared,
    boolean onlyColumnOrder) {

  /** Made in the background. */
  static DriftReport of(String database, Drift drift) {
    SchemaDiff diff = SchemaDiff.between(drift.expected(), drift.found());
    return new DriftReport(
        database,
        drift,
        ChangedDdl.of(diff),
        new ProposedSql(SchemaDiff.between(drift.found(), drift.expected())).text(),
        drift.expected().objects().size(),
        diff.onlyColumnOrder());
  }

  /** Whether the database is as its heads make it. */
  boolean agrees() {
    return ddl.entries().isEmpty();
  }

  /** What the database is held against. */
  String heads() {
    return drift.heads().isEmpty()
        ? "the baseline alone"
        : drift.heads().stream().map(RevisionId::value).collect(Collectors.joining(", "));
  }

  /** In a sentence. */
  String words() {
    int count = ddl.entries().size();
    String makes = drift.heads().size() == 1 ? " makes it" : " make it";
    if (onlyColumnOrder) {
      return database
          + " is as "
          + heads()
          + makes
          + ", but for the order of columns, which no statement can change.";
    }
    return agrees()
        ? database + " is as " + heads() + makes + "."
        : (count == 1 ? "1 object differs" : "%,d objects differ".formatted(count))
            + " from "
            + heads()
            + ".";
  }

  /** What a reader is to know of the comparison. */
  String facts() {
    String all =
        "%,d objects compared, on PostgreSQL %d."
            .formatted(compared, drift.expected().majorVersion());
    return Optional.of(all + drift.remark().map(remark -> " " + remark).orElse("")).get();
  }
}
