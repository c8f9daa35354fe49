package dev.retort.cli.base;

import dev.retort.execute.state.SessionInfo;
import java.util.Map;

/** Another session on the server, for JSON. What may not be seen is left out. */
public final class SessionJson {
  private SessionJson() {}

  /** Its fields, by the names documented for them. */
  public static Map<String, Object> of(SessionInfo session) {
    return session.details();
  }
}
