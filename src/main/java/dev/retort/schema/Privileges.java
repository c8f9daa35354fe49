package dev.retort.schema;

import java.util.List;

/**
 * Who may do what with an object, told by how it differs from what the owner and PUBLIC have by
 * default (manual, chapter 5.8, Privileges), so that it does not depend on what a version's "all"
 * is. For the schema public the default is what a new database has.
 *
 * @param granted beyond the default, in order
 * @param revoked of the default, in order
 */
public record Privileges(List<Grant> granted, List<Grant> revoked) {
  /** Nothing but the default. */
  public static final Privileges DEFAULT = new Privileges(List.of(), List.of());

  /** Copies and sorts the lists. */
  public Privileges {
    granted = granted.stream().sorted().toList();
    revoked = revoked.stream().sorted().toList();
  }
}
