package dev.retort;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.revision.RevisionSet;
import dev.retort.revision.reading.RevisionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The users' page on revision files says what is so. */
class RevisionFilesPageTest {
  private static final Path PAGE = Path.of("src/site/markdown/revision-files.md");
  private static final Pattern EXAMPLE = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("`([a-z0-9]+(?:-[a-z0-9]+)*)`");

  @Test
  void itsExamplesAreReadWithoutAProblem(@TempDir Path folder) throws IOException {
    List<String> examples =
        EXAMPLE.matcher(Files.readString(PAGE)).results().map(m -> m.group(1)).toList();
    assertThat(examples).isNotEmpty();
    for (int i = 0; i < examples.size(); i++) {
      Files.writeString(folder.resolve("example" + i + ".sql"), examples.get(i), UTF_8);
    }
    RevisionSet read = RevisionReader.read(List.of(folder));
    assertThat(read.problems()).isEmpty();
    assertThat(read.revisions()).hasSameSizeAs(examples);
  }

  @Test
  void itNamesNoProblemThatDoesNotExist() throws IOException {
    String page = Files.readString(PAGE);
    String table = page.substring(page.indexOf("## What can be wrong"));
    String sources = sources("src/main/java/dev/retort/revision", "src/main/java/dev/retort/graph");
    assertThat(
            CODE.matcher(table).results().map((MatchResult m) -> "\"" + m.group(1) + "\"").toList())
        .isNotEmpty()
        .allSatisfy(code -> assertThat(sources).contains(code));
  }

  private static String sources(String... folders) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String folder : folders) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          text.append(Files.readString(file));
        }
      }
    }
    return text.toString();
  }
}
