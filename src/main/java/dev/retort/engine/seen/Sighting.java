package dev.retort.engine.seen;

import dev.retort.revision.RevisionId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * That a section of a revision file was seen by a database.
 *
 * @param who user and host
 * @param hash of the section's text as it was
 */
public record Sighting(
    RevisionId revision, Section section, How how, Instant at, String who, String hash) {

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /** How a database saw a text. */
  public enum How {
    /** It was run there. */
    RUN("run"),
    /** Somebody read it in a plan for that database. */
    REVIEWED("reviewed"),
    /** It was the way back in the file whose upgrade was run there. */
    BESIDE("there when its upgrade was run");

    private final String words;

    How(String words) {
      this.words = words;
    }

    /** The word in files and in output. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** When, how and who, as it follows a name: {@code run 2026-11-18 09:12 by ann@laptop}. */
  public String words(ZoneId zone) {
    return how.words + " " + MINUTES.format(at.atZone(zone)) + " by " + who;
  }

  /** What a later sighting takes the place of. */
  record Key(RevisionId revision, Section section, How how) {}

  Key key() {
    return new Key(revision, section, how);
  }
}
