package dev.retort.execute.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Another session on the server: who holds a lock, or stands in the way. What the connected role
 * may not see is absent.
 *
 * @param processId the server process, for {@code pg_cancel_backend} or {@code
 *     pg_terminate_backend}
 * @param role who it is connected as
 * @param application its {@code application_name}; may be empty
 * @param client the client's address; absent for a Unix socket
 * @param since when that session began
 * @param query what it runs, or ran last
 */
public record SessionInfo(
    int processId,
    String role,
    String application,
    Optional<String> client,
    Optional<Instant> since,
    Optional<String> query) {

  private static final int QUERY_LENGTH = 80;

  /** In words: who, from where, since when; without the query. */
  public String display() {
    StringBuilder text = new StringBuilder("process ").append(processId);
    if (!application.isEmpty()) {
      text.append(" (").append(application).append(')');
    }
    if (!role.isEmpty()) {
      text.append(" of ").append(role);
    }
    client.ifPresent(address -> text.append(" from ").append(address));
    since.ifPresent(start -> text.append(", connected since ").append(start));
    return text.toString();
  }

  /** In words, with the beginning of the query where it is known. */
  public String displayWithQuery() {
    return display() + query.map(sql -> ", running: " + shorten(sql)).orElse("");
  }

  /** Its fields, ready for JSON; what may not be seen is left out. */
  public Map<String, Object> details() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("process_id", processId);
    map.put("role", role);
    map.put("application", application);
    client.ifPresent(address -> map.put("client", address));
    since.map(Instant::toString).ifPresent(start -> map.put("connected_since", start));
    query.ifPresent(sql -> map.put("query", sql));
    return map;
  }

  private static String shorten(String sql) {
    String line = sql.strip().replaceAll("\\s+", " ");
    return line.length() <= QUERY_LENGTH ? line : line.substring(0, QUERY_LENGTH) + "…";
  }
}
