package dev.retort.problem;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything Retort throws on purpose: it carries a stable code, what to do next, and
 * the objects concerned. The command line maps {@link #kind()} to an exit code, the client to a
 * dialog.
 */
public abstract class RetortException extends RuntimeException {

  /** What sort of failure it is; decides the exit code. */
  public enum Kind {
    /** A run failed, or a check found something. */
    FAILED,
    /** The user's words, files or target are not usable. */
    INPUT,
    /** No connection could be made, or it was lost. */
    CONNECTION,
    /** Refused for safety: a guard, a lock held by another, a plan that is no longer true. */
    REFUSED
  }

  private static final long serialVersionUID = 1L;

  private final transient Kind kind;
  private final String code;
  private final String hint;
  private final transient Map<String, Object> details;
  private final transient List<Problem> problems;

  /**
   * A failure.
   *
   * @param code stable, in kebab case
   * @param message what happened and where, a sentence or two
   * @param hint what to do next; may be empty
   * @param details the objects concerned, as strings, numbers, booleans, lists and maps, for JSON
   * @param problems the problems in files that led to it; empty where it is no file's fault
   */
  protected RetortException(
      Kind kind,
      String code,
      String message,
      String hint,
      Map<String, Object> details,
      List<Problem> problems,
      @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.code = code;
    this.hint = hint;
    this.details = Map.copyOf(details);
    this.problems = List.copyOf(problems);
  }

  /** A failure with nothing but words. */
  protected RetortException(Kind kind, String code, String message, String hint) {
    this(kind, code, message, hint, Map.of(), List.of(), null);
  }

  /** What sort of failure it is. */
  public final Kind kind() {
    return kind;
  }

  /** The stable code, for example {@code unknown-revision}. */
  public final String code() {
    return code;
  }

  /** What the reader can do next; empty where nothing can be said. */
  public final String hint() {
    return hint;
  }

  /** The objects concerned, ready for JSON. */
  public final Map<String, Object> details() {
    return details;
  }

  /** All problems in files that led to this; empty where none did. */
  public final List<Problem> problems() {
    return problems;
  }

  /** What went wrong and what to do next, each a sentence. */
  public final String words() {
    return Problem.sentences(message(), hint);
  }

  /** The message; never null, unlike {@link Throwable#getMessage()}. */
  public final String message() {
    String message = getMessage();
    return message == null ? code : message;
  }
}
