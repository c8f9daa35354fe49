package dev.retort.problem;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Something wrong, or worth a warning, in the user's files.
 *
 * @param severity whether the project may be used all the same
 * @param code stable, in kebab case, for example {@code duplicate-revision}
 * @param message what is wrong, one sentence, without the place
 * @param hint what to do about it, one sentence; may be empty
 * @param file where it is, if it is in a file
 * @param line 1-based line in that file, 0 where no line applies
 */
public record Problem(
    Severity severity, String code, String message, String hint, Optional<Path> file, int line) {

  /** How much a problem stands in the way. */
  public enum Severity {
    /** Nothing is run while it stands. */
    ERROR,
    /** Shown, but nothing is refused for it. */
    WARNING
  }

  /** Checks that nothing is missing. */
  public Problem {
    Objects.requireNonNull(severity);
    Objects.requireNonNull(file);
    if (code.isBlank() || message.isBlank() || line < 0) {
      throw new IllegalArgumentException("a problem needs a code, a message and a line >= 0");
    }
  }

  /** An error at a place in a file. */
  public static Problem error(String code, String message, String hint, Path file, int line) {
    return new Problem(Severity.ERROR, code, message, hint, Optional.of(file), line);
  }

  /** A warning at a place in a file. */
  public static Problem warning(String code, String message, String hint, Path file, int line) {
    return new Problem(Severity.WARNING, code, message, hint, Optional.of(file), line);
  }

  /** The problem on one line: {@code file:line: message. hint}. */
  public String oneLine() {
    String place = file.map(path -> path + (line > 0 ? ":" + line : "") + ": ").orElse("");
    return place + words();
  }

  /** What is wrong and what to do, each a sentence, without the place. */
  public String words() {
    return sentences(message, hint);
  }

  /** A message, which may be somebody else's and end without a point, and what to do about it. */
  public static String sentences(String message, String hint) {
    String what = message.matches("(?s).*[.!?:…]") ? message : message + ".";
    return hint.isEmpty() ? message : what + " " + hint;
  }

  /** Two texts of whole sentences, one behind the other; either may be empty. */
  public static String both(String one, String other) {
    return one.isEmpty() || other.isEmpty() ? one + other : one + " " + other;
  }
}
