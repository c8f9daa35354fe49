package dev.retort.ui.shell;

import dev.retort.ui.widget.Theme;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Which theme the window has: the operating system's, until another is chosen; and that one until
 * the system's is chosen again. Toolkit's thread.
 */
final class ThemeChoice {
  private final ReadOnlyObjectWrapper<Theme> theme;
  private Theme system;
  private Optional<Theme> chosen;

  /**
   * A choice.
   *
   * @param system the operating system's theme
   * @param chosen what was chosen in its place before
   */
  ThemeChoice(Theme system, Optional<Theme> chosen) {
    this.system = system;
    this.chosen = chosen;
    this.theme = new ReadOnlyObjectWrapper<>(chosen.orElse(system));
  }

  /** The operating system has another theme now. */
  void system(Theme now) {
    system = now;
    theme.set(chosen.orElse(system));
  }

  /** Takes the other one. */
  void change() {
    Theme other = theme.get().other();
    chosen = Optional.of(other).filter(one -> one != system);
    theme.set(other);
  }

  /** What was chosen in place of the operating system's; empty while that is followed. */
  Optional<Theme> chosen() {
    return chosen;
  }

  /** The theme at the moment. */
  ReadOnlyObjectProperty<Theme> themeProperty() {
    return theme.getReadOnlyProperty();
  }
}
