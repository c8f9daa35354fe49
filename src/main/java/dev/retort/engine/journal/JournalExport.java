package dev.retort.engine.journal;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.retort.engine.journal.JournalEntry.End;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs of the log in forms that other programs read. */
public final class JournalExport {
  private static final List<String> COLUMNS =
      List.of(
          "run",
          "started",
          "who",
          "project",
          "profile",
          "environment",
          "database",
          "command",
          "targets",
          "from",
          "to",
          "digest",
          "steps",
          "outcome",
          "took_ms",
          "code",
          "message",
          "heads");

  private JournalExport() {}

  /** One run, as {@code log --json} has it. */
  public static Map<String, Object> map(JournalEntry entry) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("run", entry.run());
    map.put("started", entry.started().toString());
    map.put("who", entry.who());
    map.put("project", entry.where().project());
    map.put("profile", entry.where().profile());
    map.put("environment", entry.where().environment());
    map.put("database", entry.where().database());
    map.put("command", entry.what().command());
    map.put("targets", entry.what().targets());
    map.put("from", entry.what().from());
    map.put("to", entry.what().to());
    map.put("digest", entry.what().digest());
    map.put("steps", entry.what().steps());
    Optional<End> end = entry.end();
    map.put("outcome", end.map(ended -> ended.outcome().word()).orElse("unknown"));
    end.ifPresent(ended -> map.put("took_ms", ended.took().toMillis()));
    end.flatMap(End::code).ifPresent(code -> map.put("code", code));
    end.flatMap(End::message).ifPresent(message -> map.put("message", message));
    end.flatMap(End::heads).ifPresent(heads -> map.put("heads", heads));
    return map;
  }

  /** All of them, as {@code log --json} prints them. */
  public static String json(List<JournalEntry> entries) {
    try {
      return JSON.std
              .with(JSON.Feature.PRETTY_PRINT_OUTPUT)
              .asString(Map.of("runs", entries.stream().map(JournalExport::map).toList()))
          + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line each under a line of names (RFC 4180); lists are set apart by blanks. */
  public static String csv(List<JournalEntry> entries) {
    StringBuilder out = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
    for (JournalEntry entry : entries) {
      Map<String, Object> map = map(entry);
      out.append(
              COLUMNS.stream()
                  .map(column -> cell(map.getOrDefault(column, "")))
                  .collect(Collectors.joining(",")))
          .append("\r\n");
    }
    return out.toString();
  }

  private static String cell(Object value) {
    String text =
        value instanceof List<?> list
            ? list.stream().map(Object::toString).collect(Collectors.joining(" "))
            : value.toString();
    // A spreadsheet would take such a text for a formula, and run it.
    String safe = text.matches("(?s)[=+@\\t-].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
