package dev.retort.schema;

import java.util.Optional;
import java.util.SortedMap;

/**
 * What any object can have.
 *
 * @param owner the role; absent for what has no owner of its own
 * @param comment its comment
 * @param privileges who may do what, as far as it is not the default
 * @param securityLabels label by provider
 */
public record Traits(
    Optional<String> owner,
    Optional<String> comment,
    Privileges privileges,
    SortedMap<String, String> securityLabels) {

  /** Nothing at all. */
  public static final Traits NONE =
      new Traits(Optional.empty(), Optional.empty(), Privileges.DEFAULT, Options.NONE);

  /** Copies the labels. */
  public Traits {
    securityLabels = Options.sorted(securityLabels);
  }
}
