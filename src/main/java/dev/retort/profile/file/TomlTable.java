package dev.retort.profile.file;

import com.electronwill.nightconfig.core.UnmodifiableConfig;
import dev.retort.problem.Nearest;
import dev.retort.problem.Problem;
import dev.retort.profile.Durations;
import dev.retort.profile.ProfileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One table of a TOML file, read key by key. A value of the wrong sort becomes a problem and counts
 * as absent; {@link #end} makes a problem of every key that nobody asked for.
 */
public final class TomlTable {
  private final TomlFile file;
  private final List<String> path;
  private final Map<String, Object> entries;
  private final Set<String> asked = new HashSet<>();

  TomlTable(TomlFile file, List<String> path, UnmodifiableConfig config) {
    this.file = file;
    this.path = path;
    this.entries = TomlFile.entries(config);
  }

  /** The file the table stands in. */
  public Path file() {
    return file.path();
  }

  /** The line of the table's header, 0 for the top level. */
  public int line() {
    return file.line(path);
  }

  /** The line of a key, the table's if it has none of its own. */
  public int line(String key) {
    int line = file.line(below(key));
    return line > 0 ? line : line();
  }

  /** A text; an empty one counts as absent. */
  public Optional<String> text(String key) {
    return value(key, String.class, "a text in quotes").filter(text -> !text.isEmpty());
  }

  /** True or false. */
  public Optional<Boolean> flag(String key) {
    return value(key, Boolean.class, "true or false");
  }

  /** A text or a whole number, as text. */
  public Optional<String> textOrNumber(String key) {
    Object value = get(key);
    return value instanceof Integer || value instanceof Long
        ? Optional.of(String.valueOf(value))
        : text(key);
  }

  /** A list of texts; a single text is a list of one. */
  public Optional<List<String>> texts(String key) {
    Object value = get(key);
    if (value instanceof String one) {
      return Optional.of(List.of(one));
    }
    if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return Optional.of(list.stream().map(String.class::cast).toList());
    }
    if (value != null) {
      wrong(key, "a list of texts, as [\"migrations\"]");
    }
    return Optional.empty();
  }

  /** A length of time, longer than none. */
  public Optional<Duration> duration(String key) {
    Optional<Duration> duration = durationOrZero(key);
    if (duration.isPresent() && duration.get().isZero()) {
      error("bad-value", key + " must not be zero.", "Write \"5s\", for example.", key);
      return Optional.empty();
    }
    return duration;
  }

  /** A length of time, which may be none. */
  public Optional<Duration> durationOrZero(String key) {
    Optional<String> text = value(key, String.class, "a length of time, as \"5s\"");
    try {
      return text.map(Durations::parse);
    } catch (ProfileException e) {
      error("bad-value", key + ": " + e.message(), e.hint(), key);
      return Optional.empty();
    }
  }

  /** A whole number, not negative. */
  public Optional<Integer> count(String key) {
    Optional<Integer> count = value(key, Integer.class, "a whole number, as 3");
    if (count.isPresent() && count.get() < 0) {
      error("bad-value", key + " must not be negative.", "Write 0 for none.", key);
      return Optional.empty();
    }
    return count;
  }

  /** One of a few words. */
  public <T> Optional<T> choice(String key, Map<String, T> choices) {
    Optional<String> word = value(key, String.class, "a text in quotes");
    if (word.isPresent() && !choices.containsKey(word.get())) {
      error(
          "bad-value",
          key + " has no such value as “" + word.get() + "”.",
          "It takes " + String.join(" or ", choices.keySet().stream().sorted().toList()) + ".",
          key);
    }
    return word.flatMap(chosen -> Optional.ofNullable(choices.get(chosen)));
  }

  /** A table below this one. */
  public Optional<TomlTable> table(String key) {
    Object value = get(key);
    if (value instanceof UnmodifiableConfig config) {
      return Optional.of(new TomlTable(file, below(key), config));
    }
    if (value != null) {
      wrong(key, "a table");
    }
    return Optional.empty();
  }

  /** Whether the key is there, whatever its value; it counts as asked for. */
  public boolean has(String key) {
    return get(key) != null;
  }

  /** All keys, in file order. */
  public List<String> keys() {
    return entries.keySet().stream().sorted(this::inFileOrder).toList();
  }

  /** Not by Comparator's own methods: what they return is made anew at every start, unlike this. */
  private int inFileOrder(String one, String other) {
    int byLine = Integer.compare(line(one), line(other));
    return byLine == 0 ? one.compareTo(other) : byLine;
  }

  /** Makes an error of something at a key. */
  public void error(String code, String message, String hint, String key) {
    file.problem(Problem.error(code, message, hint, file.path(), line(key)));
  }

  /** Makes a warning of something at a key. */
  public void warning(String code, String message, String hint, String key) {
    file.problem(Problem.warning(code, message, hint, file.path(), line(key)));
  }

  /** Reports every key that was not asked for. */
  public void end() {
    for (String key : keys()) {
      if (!asked.contains(key)) {
        error(
            "unknown-key",
            "There is no setting “" + key + "” " + where() + ".",
            Nearest.to(key, asked)
                .map(near -> "Did you mean " + near + "?")
                .orElse(
                    "It knows "
                        + String.join(", ", new ArrayList<>(asked).stream().sorted().toList())
                        + "."),
            key);
      }
    }
  }

  private String where() {
    return path.isEmpty() ? "at the top of the file" : "in [" + String.join(".", path) + "]";
  }

  private <T> Optional<T> value(String key, Class<T> type, String expected) {
    Object value = get(key);
    if (type.isInstance(value)) {
      return Optional.of(type.cast(value));
    }
    if (value != null) {
      wrong(key, expected);
    }
    return Optional.empty();
  }

  private void wrong(String key, String expected) {
    error("bad-value", key + " is not " + expected + ".", "Write " + expected + ".", key);
  }

  private @Nullable Object get(String key) {
    asked.add(key);
    return entries.get(key);
  }

  private List<String> below(String key) {
    List<String> longer = new ArrayList<>(path);
    longer.add(key);
    return longer;
  }
}
