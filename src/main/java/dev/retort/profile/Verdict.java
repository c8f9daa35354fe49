package dev.retort.profile;

import java.util.Map;

/** What a guard decided. */
public sealed interface Verdict {

  /** Nothing stands in the way. */
  record Allowed() implements Verdict {}

  /**
   * It must not go ahead.
   *
   * @param code stable, in kebab case
   * @param message why not
   * @param hint what would make it go
   * @param details the objects concerned, for JSON
   */
  record Refused(String code, String message, String hint, Map<String, Object> details)
      implements Verdict {
    /** Copies the details. */
    public Refused {
      details = Map.copyOf(details);
    }
  }

  /**
   * Goes on if allowed.
   *
   * @throws RefusedException with the refusal's words if not
   */
  default void orThrow() {
    switch (this) {
      case Allowed allowed -> {}
      case Refused refused -> throw new RefusedException(refused);
    }
  }
}
