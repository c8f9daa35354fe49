package dev.retort.profile.resolve;

import java.util.Optional;

/**
 * What the command line says about the connection: {@code --url}, {@code --profile}, or neither.
 */
public record Wish(Optional<String> url, Optional<String> profile) {

  /** Nothing is said. */
  public static Wish none() {
    return new Wish(Optional.empty(), Optional.empty());
  }

  /** A profile is named. */
  public static Wish profile(String name) {
    return new Wish(Optional.empty(), Optional.of(name));
  }

  /** A URL is given. */
  public static Wish url(String url) {
    return new Wish(Optional.of(url), Optional.empty());
  }
}
