package dev.retort.engine.seen;

import dev.retort.plan.Direction;
import dev.retort.revision.Revision;
import dev.retort.revision.WayBack;
import java.util.Locale;
import java.util.Optional;

/** The part of a revision file that a step sends. */
public enum Section {
  UPGRADE,
  DOWNGRADE;

  /** The section that a step of a direction sends; empty where it sends none. */
  public static Optional<Section> of(Direction direction) {
    return switch (direction) {
      case UPGRADE -> Optional.of(UPGRADE);
      case DOWNGRADE -> Optional.of(DOWNGRADE);
      case STAMP, CLEANUP -> Optional.empty();
    };
  }

  /** Its text in a revision, verbatim; empty if there is no such section. */
  public String text(Revision revision) {
    return switch (this) {
      case UPGRADE -> revision.upgrade().sql();
      case DOWNGRADE ->
          revision.wayBack() instanceof WayBack.Downgrade(var script) ? script.sql() : "";
    };
  }

  /** The word in files and in output. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
