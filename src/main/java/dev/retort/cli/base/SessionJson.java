package dev.retort.cli.base;

import dev.retort.execute.state.SessionInfo;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Another session on the server, for JSON. What may not be seen is left out. */
public final class SessionJson {
  private SessionJson() {}

  /** Its fields, by the names documented for them. */
  public static Map<String, Object> of(SessionInfo session) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("process_id", session.processId());
    map.put("role", session.role());
    map.put("application", session.application());
    session.client().ifPresent(client -> map.put("client", client));
    session.since().map(Instant::toString).ifPresent(since -> map.put("connected_since", since));
    session.query().ifPresent(query -> map.put("query", query));
    return map;
  }
}
