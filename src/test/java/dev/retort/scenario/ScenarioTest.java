package dev.retort.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plays the files in {@code src/test/resources/scenarios}, each on a fresh database. One file
 * alone: {@code -Dscenario=NAME}. With {@code -Dscenario.rewrite=true} what was printed replaces
 * what was expected, to be read before it is believed.
 */
@Tag("db")
@ExtendWith(PgExtension.class)
class ScenarioTest {
  private static final Path FOLDER = Path.of("src/test/resources/scenarios");

  @TempDir Path temporary;

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void everyCommandPrintsWhatTheFileSays(String name, PgDatabase database) throws IOException {
    Path file = FOLDER.resolve(name + ".txt");
    Path folder = Files.createDirectories(temporary.toRealPath().resolve("work"));
    Stage stage = new Stage(folder, temporary.toRealPath().resolve("home"), database);
    Scenario scenario = Scenario.parse(Files.readString(file));
    if (Boolean.getBoolean("scenario.rewrite")) {
      Files.writeString(file, Rewriting.of(scenario, stage));
    } else {
      play(file, scenario, stage);
    }
  }

  private static void play(Path file, Scenario scenario, Stage stage) {
    Expectation expectation = new Expectation(stage.remembered());
    for (Scenario.Part part : scenario.parts()) {
      switch (part) {
        case Scenario.Comment comment -> {}
        case Scenario.Embedded(String name, String content) -> stage.write(name, content);
        case Scenario.Command(int line, String text, List<String> expected) -> {
          List<String> actual = stage.run(text);
          if (!expectation.met(expected, actual)) {
            assertEquals(
                String.join("\n", expected),
                String.join("\n", actual),
                () -> file + ":" + line + ": $ " + text);
          }
        }
      }
    }
  }

  static List<String> scenarios() throws IOException {
    String only = System.getProperty("scenario", "");
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString().replace(".txt", ""))
          .filter(name -> only.isEmpty() || name.equals(only))
          .sorted()
          .toList();
    }
  }
}
