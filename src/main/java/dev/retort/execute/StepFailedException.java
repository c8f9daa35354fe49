package dev.retort.execute;

/** Unwinds a step that failed without an error of the server; never leaves the package. */
final class StepFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String what;
  private final String hint;
  private final boolean undone;

  /** A step that failed, and whose transaction can be rolled back. */
  StepFailedException(String code, String what, String hint) {
    this(code, what, hint, true);
  }

  /**
   * A step that failed.
   *
   * @param undone whether a rollback undoes all of it
   */
  StepFailedException(String code, String what, String hint, boolean undone) {
    super(what);
    this.undone = undone;
    this.code = code;
    this.what = what;
    this.hint = hint;
  }

  String code() {
    return code;
  }

  String what() {
    return what;
  }

  String hint() {
    return hint;
  }

  boolean undone() {
    return undone;
  }
}
