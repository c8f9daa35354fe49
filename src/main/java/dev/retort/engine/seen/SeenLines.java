package dev.retort.engine.seen;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.retort.revision.RevisionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The lines of the two files: a JSON object each. */
final class SeenLines {
  /** What follows the subject of a line. */
  static final String AFTER_SUBJECT = ",\"at\":";

  private SeenLines() {}

  static String sighting(Sighting seen) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("revision", seen.revision().value());
    line.put("section", seen.section().word());
    line.put("how", seen.how().word());
    line.put("at", seen.at().toString());
    line.put("who", seen.who());
    line.put("hash", seen.hash());
    return write(line);
  }

  static String text(String hash, String text) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("hash", hash);
    line.put("text", text);
    return write(line);
  }

  private static String write(Map<String, Object> line) {
    try {
      return JSON.std.asString(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a line is about, without reading it: revision, section, and how it was seen. Of those
   * about the same, the last counts.
   */
  static String subject(String line) {
    int end = line.indexOf(AFTER_SUBJECT);
    return end < 0 ? "" : line.substring(0, end);
  }

  /** The subject of the lines that say that a section was run. */
  static String ranSubject(RevisionId revision, Section section) {
    // As JSON writes it; the few ids that JSON writes otherwise are not found by it.
    return "{\"revision\":\""
        + revision.value()
        + "\",\"section\":\""
        + section.word()
        + "\",\"how\":\""
        + Sighting.How.RUN.word()
        + "\"";
  }

  /** Reads a line; empty where it is torn, or not one of ours. */
  static Optional<Sighting> sighting(String line) {
    try {
      Map<String, Object> map = JSON.std.mapFrom(line);
      return Optional.of(
          new Sighting(
              new RevisionId(field(map, "revision")),
              Section.valueOf(field(map, "section").toUpperCase(Locale.ROOT)),
              Sighting.How.valueOf(field(map, "how").toUpperCase(Locale.ROOT)),
              Instant.parse(field(map, "at")),
              field(map, "who"),
              field(map, "hash")));
    } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Reads a line's text, if it is the one of that name. */
  static Optional<String> textNamed(String hash, String line) {
    // Most lines are others', and long.
    if (!line.startsWith("{\"hash\":\"" + hash)) {
      return Optional.empty();
    }
    try {
      String text = field(JSON.std.mapFrom(line), "text");
      return Hashes.of(text).equals(hash) ? Optional.of(text) : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The name of the text in a line. */
  static String hash(String line) {
    int from = "{\"hash\":\"".length();
    return line.length() >= from + 64 ? line.substring(from, from + 64) : "";
  }

  private static String field(Map<String, Object> map, String name) {
    if (map.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(name);
  }
}
