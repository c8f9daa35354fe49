package dev.retort.execute;

import dev.retort.execute.failure.UnfitServerException;
import dev.retort.execute.state.ServerInfo;

/** Whether a server takes migrations. */
final class Fitness {
  private Fitness() {}

  static void check(ServerInfo server) {
    if (!server.supported()) {
      throw UnfitServerException.tooOld(server);
    }
    if (server.inRecovery() || server.readOnly()) {
      throw UnfitServerException.readOnly(server);
    }
  }
}
