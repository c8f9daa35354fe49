package dev.retort.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> WORDS = List.of("upgrade", "downgrade", "stamp", "heads");

  @Test
  void aSlipOfTheKeyIsUnderstood() {
    assertEquals(Optional.of("upgrade"), Nearest.to("upgrad", WORDS));
    assertEquals(Optional.of("downgrade"), Nearest.to("Downgarde", WORDS));
    assertEquals(Optional.of("heads"), Nearest.to("head", WORDS));
  }

  @Test
  void anotherWordIsAnotherWord() {
    assertEquals(Optional.empty(), Nearest.to("current", WORDS));
    assertEquals(Optional.empty(), Nearest.to("x", List.of()));
  }
}
