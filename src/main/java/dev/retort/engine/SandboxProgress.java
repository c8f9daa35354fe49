package dev.retort.engine;

import dev.retort.postgres.server.ServerListener;
import java.util.function.Consumer;

/** What takes time while the sandbox comes up, in words. */
final class SandboxProgress implements ServerListener {
  private final Consumer<String> listener;

  SandboxProgress(Consumer<String> listener) {
    this.listener = listener;
  }

  @Override
  public void begin(Step step, String detail) {
    listener.accept(words(step) + (detail.isEmpty() ? "" : " (" + detail + ")") + " …");
  }

  private static String words(Step step) {
    return switch (step) {
      case UNPACKING -> "Unpacking PostgreSQL for the sandbox, once";
      case CREATING -> "Making the sandbox's data folder, once";
      case STARTING -> "Starting the sandbox";
      case WAITING -> "Waiting for another process that starts or stops the sandbox";
      case SET_ASIDE -> "Setting aside the sandbox's data of another version of PostgreSQL";
      case BASELINE -> "Replaying the baseline into a new database";
    };
  }
}
