package dev.retort.schema.diff;

/**
 * One thing that differs within an object, in words for people.
 *
 * @param mark whether the part came, went, or is another
 * @param part {@code column slices}; empty for the object itself
 * @param text {@code type integer → bigint}; for a part that came or went, what it is like
 */
public record Difference(Mark mark, String part, String text) {

  /** What became of something. */
  public enum Mark {
    ADDED("+"),
    REMOVED("-"),
    CHANGED("~");

    private final String sign;

    Mark(String sign) {
      this.sign = sign;
    }

    /** One character, for lists. */
    public String sign() {
      return sign;
    }
  }

  /** {@code column slices: type integer → bigint}, without the sign. */
  public String words() {
    if (part.isEmpty()) {
      return text;
    }
    return switch (mark) {
      case ADDED, REMOVED -> text.isEmpty() ? part : part + " " + text;
      case CHANGED -> part + ": " + text;
    };
  }
}
