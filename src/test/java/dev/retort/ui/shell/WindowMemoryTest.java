package dev.retort.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.ui.shell.WindowMemory.Look;
import dev.retort.ui.widget.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowMemoryTest {
  private @TempDir Path home;

  @Test
  void theWindowComesBackAsItWasLeft() throws IOException {
    WindowMemory memory = new WindowMemory(home.resolve("a/window.properties"));
    assertEquals(Look.FIRST, memory.find());
    Look left = new Look(Optional.of(Theme.DARK), 1400, 900, true, 0.4);
    memory.keep(left);
    assertEquals(left, memory.find());
    memory.keep(left.with(Optional.empty()));
    assertEquals(Optional.empty(), memory.find().theme());
  }

  @Test
  void whatMakesNoSenseIsLeftOut() {
    Path file = home.resolve("window.properties");
    WindowRig.write(file, "theme=mauve\nwidth=12\nheight=many\ndivider=7\n");
    assertEquals(Look.FIRST, new WindowMemory(file).find());
  }

  @Test
  void theSystemsThemeIsFollowedUntilAnotherIsChosen() {
    ThemeChoice choice = new ThemeChoice(Theme.LIGHT, Optional.empty());
    choice.system(Theme.DARK);
    assertEquals(Theme.DARK, choice.themeProperty().get());
    choice.change();
    assertEquals(Theme.LIGHT, choice.themeProperty().get());
    assertEquals(Optional.of(Theme.LIGHT), choice.chosen());
    choice.change();
    assertEquals(Optional.empty(), choice.chosen(), "back with the system");
    choice.system(Theme.LIGHT);
    assertEquals(Theme.LIGHT, choice.themeProperty().get());
  }

  @Test
  void aChoiceOutlivesWhatTheSystemDoes() {
    ThemeChoice choice = new ThemeChoice(Theme.LIGHT, Optional.of(Theme.DARK));
    choice.system(Theme.DARK);
    choice.system(Theme.LIGHT);
    assertEquals(Theme.DARK, choice.themeProperty().get());
  }
}
