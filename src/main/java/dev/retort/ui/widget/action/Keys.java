package dev.retort.ui.widget.action;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Keys in words, and whether an event is them. Where there are several ways, {@code or} stands
 * between them.
 */
public final class Keys {
  private Keys() {}

  /** As they are shown: {@code Ctrl+K}, or {@code ⌘K} where that is the way. */
  public static String shown(String keys) {
    String first = ways(keys).limit(1).map(Keys::words).collect(Collectors.joining());
    String letters =
        ways(keys)
            .skip(1)
            .filter(one -> one.length() == 1)
            .map(one -> " or " + one)
            .collect(Collectors.joining());
    return first + letters;
  }

  private static Stream<String> ways(String keys) {
    return Stream.of(keys.split(" or ")).filter(one -> !one.isEmpty());
  }

  private static String words(String way) {
    return combination(way).map(KeyCombination::getDisplayText).orElse(way);
  }

  /** Whether an event of a key that went down is these; letters and signs alone never are. */
  static boolean match(String keys, KeyEvent event) {
    return ways(keys).anyMatch(one -> combination(one).filter(c -> c.match(event)).isPresent());
  }

  /** Whether a letter or sign that was typed is one of these. */
  static boolean typed(String keys, String character) {
    return ways(keys).anyMatch(one -> one.length() == 1 && one.equalsIgnoreCase(character));
  }

  /** A letter or sign alone is no combination: it is taken where it is typed. */
  private static Optional<KeyCombination> combination(String way) {
    return way.length() < 2 ? Optional.empty() : Optional.of(KeyCombination.valueOf(way));
  }
}
