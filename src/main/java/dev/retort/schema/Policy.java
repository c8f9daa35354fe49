package dev.retort.schema;

import java.util.List;
import java.util.Optional;

/**
 * A row security policy.
 *
 * @param command {@code ALL}, {@code SELECT}, …
 * @param permissive or else restrictive
 * @param roles whom it is for, in order of names; {@code PUBLIC} for everybody
 * @param using which rows are there
 * @param check which rows may be written
 */
public record Policy(
    ObjectId id,
    Traits traits,
    ObjectId table,
    String command,
    boolean permissive,
    List<String> roles,
    Optional<String> using,
    Optional<String> check)
    implements SchemaObject {

  /** Copies the roles. */
  public Policy {
    roles = roles.stream().sorted().toList();
  }
}
