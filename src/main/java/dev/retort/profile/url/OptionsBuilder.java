package dev.retort.profile.url;

import dev.retort.problem.Nearest;
import dev.retort.profile.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects what a connection string says, word by word. */
final class OptionsBuilder {
  private final Map<Keyword, String> values = new EnumMap<>(Keyword.class);
  private final Map<String, String> driver = new TreeMap<>();
  private Optional<Secret> password = Optional.empty();

  /** Says something by libpq's name for it; a name that libpq does not know is an error. */
  void say(String word, String value) {
    if (word.equals("ssl") && value.equals("true")) {
      // libpq takes this from JDBC URLs (manual, chapter 32.1.1.2).
      say(Keyword.SSLMODE, "require");
      return;
    }
    say(Keyword.of(word).orElseThrow(() -> unknown(word)), value);
  }

  /** Says something; later words win, as in libpq. An empty value says nothing. */
  void say(Keyword keyword, String value) {
    if (value.isEmpty()) {
      return;
    }
    if (keyword == Keyword.PASSWORD) {
      password = Optional.of(new Secret(value));
    } else {
      values.put(keyword, value);
    }
  }

  /** Sets a property that only the driver knows. */
  void driver(String property, String value) {
    driver.put(property, value);
  }

  ConnectionOptions build() {
    return new ConnectionOptions(values, driver, password);
  }

  private static RuntimeException unknown(String word) {
    List<String> words =
        new ArrayList<>(Arrays.stream(Keyword.values()).map(Keyword::word).toList());
    return BadUrl.of(
        "there is no connection parameter “" + word + "”",
        Nearest.to(word, words).map(near -> "Did you mean " + near + "?").orElse("Take it out."));
  }
}
