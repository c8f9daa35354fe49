package dev.retort.oracle;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.WayBack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One case: a graph, the rows of a version table, a command, and what Alembic made of them. */
final class OracleCase {
  private final Map<String, Object> json;

  private OracleCase(Map<String, Object> json) {
    this.json = json;
  }

  static OracleCase parse(String line) {
    try {
      return new OracleCase(JSON.std.mapFrom(line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String id() {
    return text(json, "id");
  }

  String command() {
    return text(json, "command");
  }

  boolean sql() {
    return Boolean.TRUE.equals(json.get("sql"));
  }

  boolean purge() {
    return Boolean.TRUE.equals(json.get("purge"));
  }

  boolean option(String name) {
    return json.get("options") instanceof Map<?, ?> options
        && Boolean.TRUE.equals(options.get(name));
  }

  /** The target as a list: none where there is none. */
  List<String> targets() {
    Object target = json.get("target");
    return switch (target) {
      case null -> List.of();
      case List<?> several -> several.stream().map(Object::toString).toList();
      default -> List.of(target.toString());
    };
  }

  List<RevisionId> rows() {
    return strings(json.get("current")).stream().map(RevisionId::new).toList();
  }

  List<Revision> revisions() {
    List<Revision> revisions = new ArrayList<>();
    for (Object each : (List<?>) Objects.requireNonNull(json.get("graph"))) {
      Map<?, ?> node = (Map<?, ?>) each;
      String id = Objects.requireNonNull(node.get("revision")).toString();
      revisions.add(
          new Revision(
              new RevisionId(id),
              strings(node.get("down_revisions")).stream().map(RevisionId::new).toList(),
              strings(node.get("branch_labels")),
              strings(node.get("depends_on")),
              "doc " + id,
              Optional.empty(),
              Script.of(""),
              new WayBack.Missing(),
              Optional.empty(),
              Optional.of(Path.of(id + ".py"))));
    }
    return revisions;
  }

  /** Every result that counts as right: Alembic's, and where it varies also the others. */
  List<Map<String, Object>> accepted() {
    List<Map<String, Object>> accepted = new ArrayList<>();
    accepted.add(map(json.get("expected")));
    if (json.get("alternatives") instanceof List<?> others) {
      others.forEach(other -> accepted.add(map(other)));
    }
    if (json.get("flags") instanceof Map<?, ?> flags) {
      if (flags.get("alternatives") instanceof List<?> others) {
        others.forEach(other -> accepted.add(map(other)));
      }
      if (flags.get("expected_declared_order") != null) {
        accepted.add(map(flags.get("expected_declared_order")));
      }
    }
    if (json.get("expected_declared_order") != null) {
      accepted.add(map(json.get("expected_declared_order")));
    }
    return accepted;
  }

  /** The same with the rows the other way round, where that makes a difference. */
  Optional<OracleCase> reversed() {
    if (json.get("expected_if_rows_reversed") == null) {
      return Optional.empty();
    }
    Map<String, Object> other = new LinkedHashMap<>(json);
    other.keySet().removeAll(List.of("expected_if_rows_reversed", "alternatives"));
    other.remove("expected_declared_order");
    other.put("current", strings(json.get("current")).reversed());
    other.put("expected", json.get("expected_if_rows_reversed"));
    return Optional.of(new OracleCase(other));
  }

  boolean flag(String name) {
    return json.get("flags") instanceof Map<?, ?> flags
        && flags.get(name) != null
        && !Boolean.FALSE.equals(flags.get(name));
  }

  static List<String> strings(@Nullable Object list) {
    return list == null ? List.of() : ((List<?>) list).stream().map(String::valueOf).toList();
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(@Nullable Object value) {
    return (Map<String, Object>) Objects.requireNonNull(value);
  }

  static String text(Map<String, Object> map, String key) {
    return Objects.requireNonNull(map.get(key), key).toString();
  }
}
