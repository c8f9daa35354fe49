package dev.retort.oracle;

import dev.retort.problem.RetortException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Holds the engine's answer to a case against what Alembic did. */
final class OracleVerdict {
  /** How a difference begins that is none of words, but a fault. */
  static final String CRASHED = "crashed: ";

  private static final List<String> EXACT =
      List.of("steps", "after", "log", "revisions", "output", "sql_output");

  private static final String OVERLAPPING = "other requested revisions ";
  private static final Pattern ROW =
      Pattern.compile("^(INSERT INTO|UPDATE|DELETE FROM) alembic_version ");

  private OracleVerdict() {}

  /** The difference in words; empty where there is none. */
  static Optional<String> of(OracleCase example) {
    Optional<OracleCase> reversed = example.reversed();
    return verdict(example)
        .or(() -> reversed.flatMap(OracleVerdict::verdict).map(words -> "rows reversed: " + words));
  }

  private static Optional<String> verdict(OracleCase example) {
    Map<String, Object> answer;
    try {
      answer = OracleRun.of(example);
    } catch (RetortException e) {
      return error(example, e);
    } catch (RuntimeException e) {
      return Optional.of(CRASHED + e);
    }
    List<String> differences = new ArrayList<>();
    for (Map<String, Object> accepted : example.accepted()) {
      Optional<String> difference = difference(example, accepted, answer);
      if (difference.isEmpty()) {
        return Optional.empty();
      }
      differences.add(difference.get());
    }
    return Optional.of(differences.getFirst());
  }

  private static Optional<String> error(OracleCase example, RetortException thrown) {
    for (Map<String, Object> accepted : example.accepted()) {
      if (accepted.get("error") != null) {
        Map<String, Object> error = OracleCase.map(accepted.get("error"));
        if (Boolean.TRUE.equals(error.get("crash"))) {
          return Optional.empty();
        }
        String kind = OracleCase.text(error, "kind");
        boolean kinds = kind.equals("other") || thrown.code().equals(kind);
        if (kinds && words(thrown.message()).startsWith(words(OracleCase.text(error, "message")))) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(
        "threw %s: %s\n  expected %s"
            .formatted(thrown.code(), thrown.message(), example.accepted().getFirst()));
  }

  /** Alembic names overlapping revisions in the order of a set; here they are sorted. */
  private static String words(String message) {
    int at = message.indexOf(OVERLAPPING);
    return at < 0
        ? message
        : message.substring(0, at) + Listed.sorted(message.substring(at + OVERLAPPING.length()));
  }

  private static Optional<String> difference(
      OracleCase example, Map<String, Object> expected, Map<String, Object> answer) {
    if (expected.get("error") != null) {
      boolean crash = Boolean.TRUE.equals(OracleCase.map(expected.get("error")).get("crash"));
      return crash
          ? Optional.empty()
          : Optional.of("should fail: " + expected + "\n  but gave " + answer);
    }
    for (String key : EXACT) {
      if (expected.get(key) != null
          && (answer.get(key) == null || !same(example, expected, answer, key))) {
        return Optional.of(
            "%s: expected %s%n  but got %s".formatted(key, expected.get(key), answer.get(key)));
      }
    }
    for (String warning : OracleCase.strings(expected.get("warnings"))) {
      if (OracleCase.strings(answer.get("warnings")).stream()
          .noneMatch(given -> given.startsWith(warning))) {
        return Optional.of("does not warn: " + warning);
      }
    }
    Object operations = expected.get("row_ops");
    if (operations != null
        && !example.flag("row_ops_vary")
        && !operations.equals(answer.get("row_ops"))) {
      return Optional.of(
          "row_ops: expected " + operations + "\n  but got " + answer.get("row_ops"));
    }
    return Optional.empty();
  }

  private static boolean same(
      OracleCase example, Map<String, Object> expected, Map<String, Object> answer, String key) {
    if (key.equals("log") && example.flag("nondeterministic") && expected.get("steps") != null) {
      return new HashSet<>(OracleCase.strings(expected.get(key)))
          .equals(new HashSet<>(OracleCase.strings(answer.get(key))));
    }
    if (key.equals("sql_output") && example.flag("row_ops_vary")) {
      return withoutRows(expected).equals(withoutRows(answer));
    }
    if (key.equals("output")) {
      return Listed.normal(example, OracleCase.strings(expected.get(key)))
          .equals(Listed.normal(example, OracleCase.strings(answer.get(key))));
    }
    if (key.equals("revisions") && example.flag("nondeterministic")) {
      return new HashSet<>(OracleCase.strings(expected.get(key)))
          .equals(new HashSet<>(OracleCase.strings(answer.get(key))));
    }
    return normal(expected.get(key)).equals(normal(answer.get(key)));
  }

  /** Which row is updated and which deleted is left to chance by Alembic; how many is not. */
  private static List<String> withoutRows(Map<String, Object> map) {
    return OracleCase.text(map, "sql_output")
        .lines()
        .map(line -> ROW.matcher(line).find() ? "a row" : line)
        .toList();
  }

  private static Object normal(@org.jspecify.annotations.Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(OracleVerdict::normal).toList();
    }
    return value instanceof Map<?, ?> map ? new TreeMap<>(map) : String.valueOf(value);
  }
}
