package dev.retort.engine.journal;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.retort.engine.journal.JournalEntry.End;
import dev.retort.engine.journal.JournalEntry.Outcome;
import dev.retort.engine.journal.JournalEntry.What;
import dev.retort.engine.journal.JournalEntry.Where;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of the log: a JSON object each, which later versions only add to. */
final class JournalLines {
  private JournalLines() {}

  /** What a line says. */
  sealed interface Line {}

  /** A run began. */
  record Begun(JournalEntry entry) implements Line {}

  /** A run ended. */
  record Ended(String run, End end) implements Line {}

  static String begun(JournalEntry entry) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("run", entry.run());
    line.put("event", "begun");
    line.put("at", entry.started().toString());
    line.put("who", entry.who());
    line.put("project", entry.where().project());
    line.put("profile", entry.where().profile());
    line.put("environment", entry.where().environment());
    line.put("database", entry.where().database());
    line.put("command", entry.what().command());
    line.put("targets", entry.what().targets());
    line.put("from", entry.what().from());
    line.put("to", entry.what().to());
    line.put("digest", entry.what().digest());
    line.put("steps", entry.what().steps());
    return write(line);
  }

  static String ended(String run, End end) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("run", run);
    line.put("event", "ended");
    line.put("outcome", end.outcome().word());
    line.put("took_ms", end.took().toMillis());
    end.code().ifPresent(code -> line.put("code", code));
    end.message().ifPresent(message -> line.put("message", message));
    end.heads().ifPresent(heads -> line.put("heads", heads));
    return write(line);
  }

  private static String write(Map<String, Object> line) {
    try {
      return JSON.std.asString(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a line; empty where it is torn, or not one of ours. */
  static Optional<Line> parse(String text) {
    try {
      Fields line = new Fields(JSON.std.mapFrom(text));
      return switch (line.text("event")) {
        case "begun" -> Optional.of(new Begun(entry(line)));
        case "ended" -> Optional.of(new Ended(line.text("run"), end(line)));
        default -> Optional.empty();
      };
    } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static JournalEntry entry(Fields line) {
    return new JournalEntry(
        line.text("run"),
        Instant.parse(line.text("at")),
        line.text("who"),
        new Where(
            line.text("project"),
            line.text("profile"),
            line.text("environment"),
            line.text("database")),
        new What(
            line.text("command"),
            line.texts("targets"),
            line.texts("from"),
            line.texts("to"),
            line.text("digest"),
            (int) line.number("steps")),
        Optional.empty());
  }

  private static End end(Fields line) {
    return new End(
        Outcome.valueOf(line.text("outcome").toUpperCase(Locale.ROOT)),
        Duration.ofMillis(line.number("took_ms")),
        line.maybe("code"),
        line.maybe("message"),
        line.has("heads") ? Optional.of(line.texts("heads")) : Optional.empty());
  }

  /** A line's fields; one that is missing or of another type makes the line unreadable. */
  private record Fields(Map<String, Object> map) {
    boolean has(String name) {
      return map.containsKey(name);
    }

    String text(String name) {
      return maybe(name).orElseThrow(() -> new IllegalArgumentException(name));
    }

    Optional<String> maybe(String name) {
      @Nullable Object value = map.get(name);
      return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    long number(String name) {
      if (map.get(name) instanceof Number number) {
        return number.longValue();
      }
      throw new IllegalArgumentException(name);
    }

    List<String> texts(String name) {
      if (map.get(name) instanceof List<?> list) {
        return list.stream().map(Object::toString).toList();
      }
      throw new IllegalArgumentException(name);
    }
  }
}
