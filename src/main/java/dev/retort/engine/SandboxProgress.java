package dev.retort.engine;

import dev.retort.postgres.server.ServerListener;
import java.util.Optional;
import java.util.function.Consumer;

/** What takes time while an embedded server comes up, in words. */
final class SandboxProgress implements ServerListener {
  private final Consumer<String> listener;

  private final Optional<Integer> shadows;

  /** The sandbox. */
  SandboxProgress(Consumer<String> listener) {
    this(listener, Optional.empty());
  }

  /** Of a server that is for shadows alone: another version than the sandbox's. */
  static SandboxProgress ofShadows(Consumer<String> listener, int major) {
    return new SandboxProgress(listener, Optional.of(major));
  }

  private SandboxProgress(Consumer<String> listener, Optional<Integer> shadows) {
    this.listener = listener;
    this.shadows = shadows;
  }

  @Override
  public void begin(Step step, String detail) {
    listener.accept(words(step) + (detail.isEmpty() ? "" : " (" + detail + ")") + " …");
  }

  private String words(Step step) {
    String whose = shadows.map(major -> "PostgreSQL " + major + "'s shadows").orElse("the sandbox");
    String server = shadows.map(major -> "PostgreSQL " + major + " for shadows").orElse(whose);
    String data = shadows.map(major -> "data folder of " + whose).orElse("sandbox's data folder");
    return switch (step) {
      case UNPACKING -> "Unpacking PostgreSQL for " + whose + ", once";
      case CREATING -> "Making the " + data + ", once";
      case STARTING -> "Starting " + server;
      case WAITING -> "Waiting for another process that starts or stops " + server;
      case SET_ASIDE ->
          "Setting aside "
              + shadows.map(major -> "the data of " + whose).orElse("the sandbox's data")
              + " of another version of PostgreSQL";
      case BASELINE -> "Replaying the baseline into a new database";
    };
  }
}
