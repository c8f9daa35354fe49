package dev.retort.execute;

/** Unwinds a run that was cancelled between two statements; never leaves the package. */
final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
