package dev.retort.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * Plays a scenario and writes it down again, with what was printed in place of what was expected.
 */
final class Rewriting {
  private final Stage stage;
  private final Expectation expectation;
  private final StringBuilder text = new StringBuilder();

  private Rewriting(Stage stage) {
    this.stage = stage;
    this.expectation = new Expectation(stage.remembered());
  }

  static String of(Scenario scenario, Stage stage) {
    Rewriting rewriting = new Rewriting(stage);
    scenario.parts().forEach(rewriting::part);
    return rewriting.text.toString();
  }

  private void part(Scenario.Part part) {
    switch (part) {
      case Scenario.Comment(String line) -> text.append(line).append('\n');
      case Scenario.Embedded(String name, String content) -> {
        stage.write(name, content);
        text.append("-- ").append(name).append(" --\n").append(content);
      }
      case Scenario.Command(int line, String command, List<String> expected) -> {
        List<String> actual = stage.run(command);
        text.append("$ ").append(command).append('\n');
        lines(expected, actual).forEach(shown -> text.append(shown).append('\n'));
      }
    }
  }

  /** What was expected where it still holds, with its patterns; else what was printed. */
  private List<String> lines(List<String> expected, List<String> actual) {
    if (expectation.met(expected, actual)) {
      return expected;
    }
    List<String> lines = new ArrayList<>();
    for (String line : actual) {
      lines.add(
          line.replaceAll("sha256:[0-9a-f]{64}", "{digest}")
              .replaceAll("postgres@localhost:\\d+/test_\\d+", "{database}")
              .replaceAll("postgres@127.0.0.1:\\d+/[a-z_]+_[0-9a-f]{8}", "{sandbox}")
              .replaceAll("\\btest_\\d+\\b", "{name}")
              .replaceAll("\\b\\d+ ms\\b", "{took}")
              .replaceAll("(_ms\": )\\d+", "$1{number}")
              .replaceAll("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:[^ \",]+", "{date}")
              .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "{uuid}"));
    }
    return lines;
  }
}
