package dev.retort.execute.state;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An error as the server reported it (manual, chapter 54.8). Texts the server left out are absent.
 *
 * @param sqlState five characters, for example {@code 42P01}
 * @param severity {@code ERROR}, {@code FATAL} or {@code PANIC}, in the server's language
 * @param message the primary message
 * @param detail more about it
 * @param hint what the server suggests
 * @param position 1-based character (code point) in the text sent, 0 where it says nothing
 * @param where the context, innermost first: functions and their lines
 * @param objects schema, table, column, data type and constraint concerned, by these names
 */
public record ServerError(
    String sqlState,
    String severity,
    String message,
    Optional<String> detail,
    Optional<String> hint,
    int position,
    Optional<String> where,
    Map<String, String> objects) {

  /** Copies the map. */
  public ServerError {
    objects = Map.copyOf(objects);
  }

  /** An error with nothing but its state and message. */
  public static ServerError of(String sqlState, String message) {
    return new ServerError(
        sqlState,
        "ERROR",
        message,
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        Map.of());
  }

  /** Whether it is this error, by its SQLSTATE. */
  public boolean is(String state) {
    return sqlState.equals(state);
  }

  /** Message, detail and state on one line. */
  public String display() {
    return message + detail.map(text -> " (" + text + ")").orElse("") + " [" + sqlState + "]";
  }

  /** All of it, for JSON. */
  public Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("sqlstate", sqlState);
    details.put("severity", severity);
    details.put("server_message", message);
    detail.ifPresent(text -> details.put("detail", text));
    hint.ifPresent(text -> details.put("server_hint", text));
    where.ifPresent(text -> details.put("where", text));
    details.putAll(objects);
    return details;
  }
}
