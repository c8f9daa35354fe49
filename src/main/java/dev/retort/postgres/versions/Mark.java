package dev.retort.postgres.versions;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.retort.execute.state.Interruption;
import dev.retort.plan.Direction;
import dev.retort.revision.RevisionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The comment of the version table: the team's own, and while a step outside of transactions runs,
 * Retort's mark in JSON, which carries the team's own so that it can be put back.
 *
 * @param interruption what the mark says; absent where the comment is no mark
 * @param ownComment the table's comment but for the mark
 */
record Mark(Optional<Interruption> interruption, Optional<String> ownComment) {
  private static final String KIND = "retort-mark";

  /** Reads a comment. */
  static Mark parse(Optional<String> comment) {
    return comment
        .filter(text -> text.startsWith("{"))
        .flatMap(Mark::parseMark)
        .orElseGet(() -> new Mark(Optional.empty(), comment));
  }

  private static Optional<Mark> parseMark(String text) {
    try {
      Map<String, Object> json = JSON.std.mapFrom(text);
      if (!"1".equals(text(json, KIND))) {
        return Optional.empty();
      }
      Interruption interruption =
          new Interruption(
              new RevisionId(text(json, "revision")),
              Direction.valueOf(text(json, "direction").toUpperCase(Locale.ROOT)),
              Integer.parseInt(text(json, "statement")),
              Integer.parseInt(text(json, "statements")),
              text(json, "hash"),
              Instant.parse(text(json, "started")));
      return Optional.of(
          new Mark(
              Optional.of(interruption),
              Optional.ofNullable(json.get("comment")).map(String::valueOf)));
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      // Somebody's own comment that merely looks like JSON.
      return Optional.empty();
    }
  }

  private static String text(Map<String, Object> json, String key) {
    return String.valueOf(json.get(key));
  }

  /** The comment to write: the mark, or the team's own, or none. */
  Optional<String> comment() {
    return interruption.map(this::json).or(() -> ownComment);
  }

  private String json(Interruption where) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(KIND, 1);
    json.put("revision", where.revision().value());
    json.put("direction", where.direction().word());
    json.put("statement", where.statement());
    json.put("statements", where.statements());
    json.put("hash", where.hash());
    json.put("started", where.started().toString());
    ownComment.ifPresent(comment -> json.put("comment", comment));
    try {
      return JSON.std.asString(json);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to a string cannot fail", e);
    }
  }
}
