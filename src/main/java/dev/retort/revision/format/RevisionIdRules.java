package dev.retort.revision.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be an id: what Alembic allows, what a version table could have room for, and nothing
 * that means something else as a target. How much room there really is, a database alone can say.
 */
public final class RevisionIdRules {
  /** The longest id, in characters: that of a file name. */
  public static final int MAX_LENGTH = 255;

  private static final String NOT_ALLOWED = "@-+:,";
  private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

  private RevisionIdRules() {}

  /**
   * Something wrong with an id.
   *
   * @param code {@code bad-revision-id} or {@code revision-id-too-long}
   */
  public record Fault(String code, String message, String hint) {}

  /** What nearly every id is, and needs no closer look. */
  private static boolean isPlain(String id) {
    for (int at = 0; at < id.length(); at++) {
      char c = id.charAt(at);
      if (!((c >= '0' && c <= '9')
          || (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || c == '_')) {
        return false;
      }
    }
    return !id.isEmpty() && id.length() <= MAX_LENGTH && !RESERVED.contains(id);
  }

  /** Everything wrong with an id; empty where it can be used. */
  public static List<Fault> faults(String id) {
    if (isPlain(id)) {
      return List.of();
    }
    List<Fault> faults = new ArrayList<>();
    String bad =
        id.codePoints()
            .filter(c -> NOT_ALLOWED.indexOf(c) >= 0 || Character.isWhitespace(c) || c < ' ')
            .distinct()
            .mapToObj(c -> "'" + Character.toString(c) + "'")
            .collect(Collectors.joining(", "));
    if (!bad.isEmpty()) {
      faults.add(
          new Fault(
              "bad-revision-id",
              "Character(s) " + bad + " not allowed in revision identifier '" + id + "'.",
              "Use letters, digits and underscores: the others have a meaning in targets."));
    }
    if (RESERVED.contains(id)) {
      faults.add(
          new Fault(
              "bad-revision-id",
              "'" + id + "' cannot be an id: as a target it means something else.",
              "Choose another."));
    }
    int length = id.codePointCount(0, id.length());
    if (length > MAX_LENGTH) {
      faults.add(
          new Fault(
              "revision-id-too-long",
              "The id '" + id + "' has " + length + " characters.",
              "It can have " + MAX_LENGTH + "; Alembic's version table has room for 32."));
    }
    return faults;
  }
}
