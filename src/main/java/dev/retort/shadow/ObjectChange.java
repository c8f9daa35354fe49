package dev.retort.shadow;

import dev.retort.schema.ObjectId;
import java.util.Optional;

/**
 * An object that two snapshots do not have alike.
 *
 * @param before the statements that make it, in the first
 * @param after the same in the second
 */
public record ObjectChange(ObjectId object, Optional<String> before, Optional<String> after) {

  /** In words: {@code index public.i is missing}. */
  public String display() {
    return object
        + (after.isEmpty() ? " is missing" : before.isEmpty() ? " is left behind" : " is other");
  }
}
