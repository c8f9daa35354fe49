package dev.retort.engine;

import dev.retort.profile.ConnectionSettings;
import java.util.function.Function;

/** The server behind a connection: one of the user's, or the embedded one, started when needed. */
interface Server extends AutoCloseable {

  /** How to reach it, password included where one is known. */
  ConnectionSettings settings();

  /** Does something with its settings; asks for a password if the server does. */
  <T> T use(Function<ConnectionSettings, T> work);

  @Override
  void close();
}
