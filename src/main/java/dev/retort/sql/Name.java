package dev.retort.sql;

import java.util.Optional;

/**
 * The name of a relation as a statement has it, read as PostgreSQL reads it: without quotes, folded
 * to lower case where it had none.
 *
 * @param schema absent where the search path decides
 */
public record Name(Optional<String> schema, String name) {

  /** As SQL would have it. */
  public String quoted() {
    return schema.map(in -> Identifiers.quote(in, name)).orElseGet(() -> Identifiers.quote(name));
  }
}
