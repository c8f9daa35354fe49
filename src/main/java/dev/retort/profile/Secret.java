package dev.retort.profile;

/** A password: never printed, never logged, never part of any text. */
public final class Secret {
  private final String value;

  /** Wraps a password. */
  public Secret(String value) {
    this.value = value;
  }

  /** The password itself, for the driver or the key ring alone. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "****";
  }
}
