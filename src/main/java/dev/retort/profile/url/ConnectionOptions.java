package dev.retort.profile.url;

import dev.retort.profile.Secret;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a connection string says, and nothing it does not say: no default is filled in.
 *
 * @param values libpq's parameters; the password is in {@code password} alone
 * @param driver the driver's own properties that have no counterpart in libpq, from JDBC URLs
 */
public record ConnectionOptions(
    Map<Keyword, String> values, Map<String, String> driver, Optional<Secret> password) {

  /** Says nothing at all. */
  public static final ConnectionOptions NONE =
      new ConnectionOptions(Map.of(), Map.of(), Optional.empty());

  /** Copies the maps, in a stable order. */
  public ConnectionOptions {
    Map<Keyword, String> ordered = new EnumMap<>(Keyword.class);
    ordered.putAll(values);
    if (ordered.containsKey(Keyword.PASSWORD)) {
      throw new IllegalArgumentException("the password has a place of its own");
    }
    values = Collections.unmodifiableMap(ordered);
    driver = Collections.unmodifiableMap(new TreeMap<>(driver));
  }

  /** What is said about one parameter. */
  public Optional<String> get(Keyword keyword) {
    return keyword == Keyword.PASSWORD
        ? password.map(Secret::reveal)
        : Optional.ofNullable(values.get(keyword));
  }

  /** The same, with one more thing said; what was said before about it is forgotten. */
  public ConnectionOptions with(Keyword keyword, String value) {
    if (keyword == Keyword.PASSWORD) {
      return new ConnectionOptions(values, driver, Optional.of(new Secret(value)));
    }
    Map<Keyword, String> more = new EnumMap<>(Keyword.class);
    more.putAll(values);
    more.put(keyword, value);
    return new ConnectionOptions(more, driver, password);
  }

  /** The same, with one more thing said unless it was said already. */
  public ConnectionOptions withDefault(Keyword keyword, String value) {
    return get(keyword).isPresent() ? this : with(keyword, value);
  }

  /** The same, with nothing said about one parameter. */
  public ConnectionOptions without(Keyword keyword) {
    if (keyword == Keyword.PASSWORD) {
      return withoutPassword();
    }
    Map<Keyword, String> fewer = new EnumMap<>(Keyword.class);
    fewer.putAll(values);
    fewer.remove(keyword);
    return new ConnectionOptions(fewer, driver, password);
  }

  /** The same without a password. */
  public ConnectionOptions withoutPassword() {
    return new ConnectionOptions(values, driver, Optional.empty());
  }

  /**
   * These options, if each value is one that its parameter takes and the driver can do what is
   * asked.
   *
   * @throws dev.retort.profile.ProfileException if not
   */
  public ConnectionOptions checked() {
    Refusals.check(this);
    return this;
  }

  /** A URL that reads back as these options; the password is left out. */
  public String toUrl() {
    return driver.isEmpty() ? UrlWriter.uri(withoutPassword()) : UrlWriter.jdbc(withoutPassword());
  }
}
