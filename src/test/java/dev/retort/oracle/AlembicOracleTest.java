package dev.retort.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The engine does what Alembic does, in every case taken from it. */
class AlembicOracleTest {
  private static final int SHOWN = 25;

  @Test
  void theEngineDoesWhatAlembicDoes() throws IOException {
    List<OracleCase> cases = cases();
    List<String> differences = new ArrayList<>();
    for (OracleCase example : cases) {
      Optional<String> difference = verdict(example);
      difference.ifPresent(words -> differences.add(example.id() + ": " + words));
    }
    System.out.printf("oracle: %d of %d%n", cases.size() - differences.size(), cases.size());
    differences.stream().limit(SHOWN).forEach(System.out::println);
    assertEquals(List.of(), differences.stream().limit(SHOWN).toList());
  }

  /** Where Retort differs on purpose, it has to differ, and to do so without crashing. */
  private static Optional<String> verdict(OracleCase example) {
    Optional<String> difference = OracleVerdict.of(example);
    if (!AlembicDifferences.isOnPurpose(example)) {
      return difference;
    }
    return difference.isEmpty()
        ? Optional.of("is listed as a difference, but is none")
        : difference.filter(words -> words.contains(OracleVerdict.CRASHED));
  }

  private static List<OracleCase> cases() throws IOException {
    List<OracleCase> cases = new ArrayList<>();
    String own = System.getProperty("oracle.cases", "");
    if (own.isBlank()) {
      for (String name : List.of("named", "derived", "random")) {
        String resource = "/oracle/" + name + ".jsonl.gz";
        read(
            Objects.requireNonNull(AlembicOracleTest.class.getResourceAsStream(resource)),
            true,
            cases);
      }
    } else {
      for (String path : own.split(",")) {
        read(Files.newInputStream(Path.of(path.strip())), path.strip().endsWith(".gz"), cases);
      }
    }
    return cases;
  }

  private static void read(InputStream stream, boolean zipped, List<OracleCase> cases)
      throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                zipped ? new GZIPInputStream(stream) : stream, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.isBlank()).map(OracleCase::parse).forEach(cases::add);
    }
  }
}
