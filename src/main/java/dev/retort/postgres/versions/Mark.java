package dev.retort.postgres.versions;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.retort.plan.Direction;
import dev.retort.plan.Interruption;
import dev.retort.plan.Interruption.Reached;
import dev.retort.revision.RevisionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
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
              reached(text(json, "reached")),
              text(json, "applied"),
              texts(json, "applied_each"),
              optional(json, "sql"),
              texts(json, "before"),
              Instant.parse(text(json, "started")),
              optional(json, "who"));
      return Optional.of(new Mark(Optional.of(interruption), optional(json, "comment")));
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      // Somebody's own comment that merely looks like JSON.
      return Optional.empty();
    }
  }

  private static String text(Map<String, Object> json, String key) {
    return String.valueOf(json.get(key));
  }

  private static Optional<String> optional(Map<String, Object> json, String key) {
    return Optional.ofNullable(json.get(key)).map(String::valueOf);
  }

  private static List<String> texts(Map<String, Object> json, String key) {
    return json.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static Reached reached(String word) {
    return Reached.WAITING.word().equals(word) ? Reached.WAITING : Reached.UNDER_WAY;
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
    json.put("reached", where.reached().word());
    json.put("applied", where.applied());
    json.put("applied_each", where.appliedEach());
    where.sql().ifPresent(sql -> json.put("sql", sql));
    if (!where.before().isEmpty()) {
      json.put("before", where.before());
    }
    json.put("started", where.started().toString());
    where.who().ifPresent(who -> json.put("who", who));
    ownComment.ifPresent(comment -> json.put("comment", comment));
    try {
      return JSON.std.asString(json);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to a string cannot fail", e);
    }
  }
}
