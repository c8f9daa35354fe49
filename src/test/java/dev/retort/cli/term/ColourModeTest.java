package dev.retort.cli.term;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ColourModeTest {
  @Test
  void aTerminalIsColouredAndAPipeIsNot() {
    assertTrue(ColourMode.AUTO.colours(true, Map.of()));
    assertFalse(ColourMode.AUTO.colours(false, Map.of()));
  }

  @Test
  void theUsualVariablesCount() {
    assertFalse(ColourMode.AUTO.colours(true, Map.of("NO_COLOR", "1")));
    assertTrue(ColourMode.AUTO.colours(true, Map.of("NO_COLOR", "")));
    assertFalse(ColourMode.AUTO.colours(true, Map.of("CLICOLOR", "0")));
    assertFalse(ColourMode.AUTO.colours(true, Map.of("TERM", "dumb")));
    assertTrue(ColourMode.AUTO.colours(false, Map.of("CLICOLOR_FORCE", "1")));
    assertFalse(ColourMode.AUTO.colours(false, Map.of("CLICOLOR_FORCE", "1", "NO_COLOR", "1")));
  }

  @Test
  void theOptionHasTheLastWord() {
    assertTrue(ColourMode.ALWAYS.colours(false, Map.of("NO_COLOR", "1")));
    assertFalse(ColourMode.NEVER.colours(true, Map.of("CLICOLOR_FORCE", "1")));
  }
}
