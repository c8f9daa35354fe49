package dev.retort.engine;

import dev.retort.postgres.server.ServerListener;
import java.util.function.Consumer;

/** What takes time while the sandbox or a shadow server comes up, in words. */
final class SandboxProgress implements ServerListener {
  private final Consumer<String> listener;
  private final String what;
  private final String howOften;

  SandboxProgress(Consumer<String> listener) {
    this(listener, "the sandbox", ", once");
  }

  /**
   * Progress in words.
   *
   * @param what the server is called
   * @param howOften its data folder is made
   */
  private SandboxProgress(Consumer<String> listener, String what, String howOften) {
    this.listener = listener;
    this.what = what;
    this.howOften = howOften;
  }

  /** Of the shadow server of the version that is built in. */
  static SandboxProgress ofShadows(Consumer<String> listener) {
    return new SandboxProgress(listener, "the shadow server", "");
  }

  /** Of the shadow server of another version. */
  static SandboxProgress ofShadows(Consumer<String> listener, int major) {
    return new SandboxProgress(listener, "the PostgreSQL " + major + " shadow server", "");
  }

  @Override
  public void begin(Step step, String detail) {
    listener.accept(words(step) + (detail.isEmpty() ? "" : " (" + detail + ")") + " …");
  }

  private String words(Step step) {
    return switch (step) {
      case UNPACKING -> "Unpacking PostgreSQL for " + what + ", once";
      case CREATING -> "Making " + what + "'s data folder" + howOften;
      case DISCARDING -> "Throwing away what " + what + " kept, since it was not stopped properly";
      case STARTING -> "Starting " + what;
      case WAITING -> "Waiting for another process that starts or stops " + what;
      case SET_ASIDE -> "Setting aside " + what + "'s data of another version of PostgreSQL";
      case BASELINE -> "Replaying the baseline into a new database";
    };
  }
}
