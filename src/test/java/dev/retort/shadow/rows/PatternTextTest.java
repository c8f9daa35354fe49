package dev.retort.shadow.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "^[A-Z0-9]{4}$",
        "^[a-z][a-z0-9_-]{2,62}$",
        "^\\d{4}-\\d{2}(-\\d{2})?$",
        "^[^@\\s]+@[^@]+\\.[a-z]{2,}$",
        "^(buy|sell|hold)$",
        "^#[0-9a-f]{6}$",
        "^(?:a|b)+c*$",
        "^[a-z_]+:[a-z_]+$",
        "plain"
      })
  void whatIsMadeMatches(String pattern) {
    for (int seed = 0; seed < 20; seed++) {
      String text = PatternText.matching(pattern, seed).orElseThrow();
      assertThat(Pattern.compile(pattern).matcher(text).find()).as(text).isTrue();
    }
  }

  @Test
  void otherSeedsGiveOtherTexts() {
    assertThat(
            IntStream.range(0, 20)
                .mapToObj(seed -> PatternText.matching("^[A-Z]{4}$", seed).orElseThrow())
                .collect(Collectors.toSet()))
        .hasSizeGreaterThan(15);
  }

  @ParameterizedTest
  @ValueSource(strings = {"^(?=x)y$", "[", "a{b}", "(", "^\\1$"})
  void whatIsTooMuchGivesNothing(String pattern) {
    assertThat(PatternText.matching(pattern, 1)).isEmpty();
  }
}
