package dev.retort.execute.state;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that gave way to others, changed nothing and was tried again.
 *
 * @param reason what the server said, and whom it waited for, in words
 * @param blockers the sessions that were last seen in the way; may be empty
 * @param pause how long it was waited for before the next attempt
 */
public record Retry(String reason, List<SessionInfo> blockers, Duration pause) {

  /** Copies the list. */
  public Retry {
    blockers = List.copyOf(blockers);
  }

  /** Its fields, ready for JSON. */
  public Map<String, Object> details() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("reason", reason);
    map.put("blockers", blockers.stream().map(SessionInfo::details).toList());
    map.put("pause_ms", pause.toMillis());
    return map;
  }
}
