package dev.retort.schema.diff;

import dev.retort.schema.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * A rename that would explain why one thing went and another came: likely, since all else is equal,
 * but not known.
 *
 * @param before the object that went, or that has the part that went
 * @param after the object that came, or that has the part that came
 * @param part what went of it, {@code column x} or {@code value 'x'}; empty for the object itself
 * @param newPart what came instead; empty for the object itself
 * @param sql the statement that renames, without a semicolon
 */
public record Guess(ObjectId before, ObjectId after, String part, String newPart, String sql) {
  private static final String LIKELY = ": a guess, all else is equal";

  /** In words, for what went: {@code perhaps renamed to y: a guess, all else is equal}. */
  public String words() {
    boolean moved = part.isEmpty() && !before.schema().equals(after.schema());
    return "perhaps " + (moved ? "moved" : "renamed") + " to " + newName() + LIKELY;
  }

  /** The same where only the new name is known. */
  static String likely(String newName) {
    return "perhaps renamed to " + newName + LIKELY;
  }

  /** The same of a part of which only the new name is known; empty where there is none. */
  static String words(@Nullable String newName) {
    return newName == null ? "" : " (" + likely(newName) + ")";
  }

  /** What it is perhaps called now. */
  public String newName() {
    if (!newPart.isEmpty()) {
      return newPart.substring(newPart.indexOf(' ') + 1);
    }
    return before.schema().equals(after.schema()) && before.detail().equals(after.detail())
        ? after.name()
        : after.reference();
  }
}
