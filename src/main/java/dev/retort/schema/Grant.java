package dev.retort.schema;

import java.util.Comparator;

/**
 * One privilege of one role.
 *
 * @param grantee who has it; {@code PUBLIC} for everybody
 * @param privilege its name: {@code SELECT}, {@code USAGE}
 * @param grantable with grant option
 * @param grantor who gave it
 */
public record Grant(String grantee, String privilege, boolean grantable, String grantor)
    implements Comparable<Grant> {
  /** Everybody. */
  public static final String PUBLIC = "PUBLIC";

  private static final Comparator<Grant> ORDER =
      Comparator.comparing(Grant::grantor)
          .thenComparing(Grant::grantee)
          .thenComparing(Grant::grantable)
          .thenComparing(Grant::privilege);

  @Override
  public int compareTo(Grant other) {
    return ORDER.compare(this, other);
  }
}
