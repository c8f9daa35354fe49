package dev.retort.ui.shell;

import dev.retort.engine.Connection;
import dev.retort.engine.Position;
import java.util.Optional;

/** Why nothing is to be run on a database, whatever the plan. */
final class NoWrites {
  private NoWrites() {}

  /** The reason and what to do about it; empty if plans may be run. */
  static String reason(Optional<Connection> connection, Optional<Position> position) {
    if (connection.filter(one -> one.profile().readOnly()).isPresent()) {
      return "Profile "
          + connection.get().profile().name()
          + " is read-only: its plans can be read, but not run.";
    }
    return position.filter(one -> one.state().server().inRecovery()).isPresent()
        ? "This server is a standby and takes no writes: run the plan on its primary."
        : "";
  }
}
