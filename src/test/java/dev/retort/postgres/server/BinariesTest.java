package dev.retort.postgres.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("db")
class BinariesTest {
  @TempDir Path cache;

  @Test
  void theyAreUnpackedOnceAndWhole() throws IOException {
    Path halfDone = Files.createDirectories(cache.resolve("new-killed/bin"));
    Files.writeString(halfDone.resolve("postgres"), "half");
    List<String> steps = new ArrayList<>();
    Binaries first = Binaries.find(cache, (step, detail) -> steps.add(step.name()));
    Binaries second = Binaries.find(cache, (step, detail) -> steps.add(step.name()));
    assertEquals(List.of("UNPACKING"), steps);
    assertEquals(first, second);
    assertTrue(first.major() >= 18, first.version());
    assertTrue(Files.isExecutable(Path.of(first.program("initdb"))));
    try (Stream<Path> entries = Files.list(cache)) {
      assertEquals(
          List.of("lock", first.folder().getFileName().toString()),
          entries.map(entry -> entry.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void aFolderThatIsNotWholeIsMadeAgain() throws IOException {
    Binaries first = Binaries.find(cache, ServerListener.NONE);
    Files.delete(first.folder().resolve("bin/postgres"));
    Binaries second = Binaries.find(cache, ServerListener.NONE);
    assertTrue(Files.isExecutable(Path.of(second.program("postgres"))));
  }
}
