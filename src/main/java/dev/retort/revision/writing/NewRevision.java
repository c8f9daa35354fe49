package dev.retort.revision.writing;

import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.WayBack;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is known of a revision before anyone has written its SQL.
 *
 * @param revises its down revisions; none for a base, several for a merge
 * @param created written into the header to the second, with its offset
 */
public record NewRevision(
    RevisionId id,
    String message,
    List<RevisionId> revises,
    List<String> branchLabels,
    List<String> dependsOn,
    ZonedDateTime created) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxxx", Locale.ROOT);

  /** Copies the lists. */
  public NewRevision {
    revises = List.copyOf(revises);
    branchLabels = List.copyOf(branchLabels);
    dependsOn = List.copyOf(dependsOn);
  }

  /** The revision with empty sections, for its author to fill. */
  public Revision empty() {
    return with(Script.of(""), new WayBack.Downgrade(Script.of("")));
  }

  /** The revision with SQL that is known already. */
  public Revision with(Script upgrade, WayBack wayBack) {
    return new Revision(
        id,
        revises,
        branchLabels,
        dependsOn,
        message,
        Optional.of(DATE.format(created)),
        upgrade,
        wayBack,
        Optional.empty(),
        Optional.empty());
  }
}
