package dev.retort.ui.runs;

import dev.retort.engine.journal.JournalEntry;
import dev.retort.engine.journal.JournalEntry.End;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A run in words. */
final class RunWords {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private RunWords() {}

  static String when(JournalEntry entry, ZoneId zone) {
    return WHEN.format(entry.started().atZone(zone));
  }

  /** As a column has room for it. */
  static String minute(JournalEntry entry, ZoneId zone) {
    return when(entry, zone).substring(0, "yyyy-MM-dd HH:mm".length());
  }

  static String what(JournalEntry entry) {
    return (entry.what().command() + " " + String.join(" ", entry.what().targets())).strip();
  }

  /** From where to where: where it got to, if it is known, else where it was to go. */
  static String way(JournalEntry entry) {
    List<String> to = entry.end().flatMap(End::heads).orElse(entry.what().to());
    return heads(entry.what().from()) + " → " + heads(to);
  }

  private static String heads(List<String> heads) {
    return heads.isEmpty() ? "base" : String.join(", ", heads);
  }

  static String took(JournalEntry entry) {
    return entry.end().map(end -> words(end.took())).orElse("");
  }

  private static String words(Duration took) {
    long millis = took.toMillis();
    if (millis < 1000) {
      return millis + " ms";
    }
    if (millis < 60_000) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
    return took.toHours() > 0
        ? took.toHours() + " h " + took.toMinutesPart() + " min"
        : took.toMinutes() + " min " + took.toSecondsPart() + " s";
  }

  static String outcome(JournalEntry entry) {
    return entry.end().map(end -> end.outcome().word()).orElse("not ended");
  }

  /** What can be searched for. */
  static String all(JournalEntry entry, ZoneId zone) {
    return String.join(
            "\n",
            when(entry, zone),
            what(entry),
            way(entry),
            entry.where().profile(),
            entry.where().environment(),
            entry.where().database(),
            entry.who(),
            outcome(entry),
            entry.what().digest(),
            entry.end().flatMap(End::message).orElse(""))
        .toLowerCase(Locale.ROOT);
  }

  /** The run in a few lines, to be pasted into a message. */
  static String copy(JournalEntry entry, ZoneId zone) {
    StringBuilder out = new StringBuilder();
    out.append(what(entry)).append(": ").append(outcome(entry));
    if (entry.end().isPresent()) {
      out.append(" in ").append(took(entry));
    }
    out.append("\n").append(way(entry));
    out.append("\non ").append(entry.where().profile());
    out.append(" (").append(entry.where().database()).append(")");
    out.append("\n").append(when(entry, zone)).append(" by ").append(entry.who());
    out.append("\n").append(entry.what().digest()).append("\n");
    entry.end().flatMap(End::message).ifPresent(text -> out.append(text).append("\n"));
    return out.toString();
  }
}
