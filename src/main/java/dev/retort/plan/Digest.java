package dev.retort.plan;

/**
 * SHA-256 over everything that was reviewed: the current heads, and each step's id, direction,
 * transaction mode and exact SQL.
 *
 * @param value {@code sha256:} and 64 lower-case hexadecimal digits
 */
public record Digest(String value) {
  @Override
  public String toString() {
    return value;
  }
}
