package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.testing.CliRun;
import dev.retort.testing.CliRun.Result;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code graph --format svg} and {@code png} into files, and where the database is on them. */
class GraphPicturesTest {
  @TempDir Path temporary;
  private Path folder = Path.of("");
  private CliRun retort = CliRun.in(Path.of(""), Path.of(""));

  @BeforeEach
  void project() throws IOException {
    folder = Files.createDirectories(temporary.resolve("work"));
    retort = CliRun.in(folder, temporary.resolve("home"));
    Files.createDirectories(folder.resolve("migrations"));
    Files.writeString(
        folder.resolve("retort.toml"), "[migrations]\nlocations = [\"migrations\"]\n");
    revision("a", "", "orders & slices");
    revision("b", "a", "audit");
    revision("c", "a", "venues");
  }

  private void revision(String id, String revises, String message) throws IOException {
    Files.writeString(
        folder.resolve("migrations/" + id + ".sql"),
        "-- %s\n--\n-- Revision ID: %s\n-- Revises: %s\n\n-- @upgrade\nSELECT 1;\n"
            .formatted(message, id, revises));
  }

  private void drawn(String... arguments) {
    Result result = retort.run(arguments);
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).isEmpty();
  }

  @Test
  void svgIsWhatIsPrintedWithoutAFile() throws IOException {
    drawn("graph", "--format", "svg", "-o", "g.svg");
    String svg = Files.readString(folder.resolve("g.svg"));
    assertThat(svg).isEqualTo(retort.run("graph", "--format", "svg").out());
    assertThat(svg)
        .startsWith("<svg xmlns=")
        .contains("id=\"r-a\"", "id=\"r-b\"", "id=\"r-c\"", "orders &amp; slices")
        .contains("class=\"unknown\"");
  }

  @Test
  void pngIsAPictureThatShowsSomethingAndReplacesWhatWasThere() throws IOException {
    Path file = folder.resolve("pictures.png");
    Files.writeString(file, "not a picture");
    drawn("graph", "--format", "png", "--output", "pictures.png");
    BufferedImage picture = ImageIO.read(file.toFile());
    assertThat(picture.getWidth()).isGreaterThan(200);
    assertThat(picture.getHeight()).isGreaterThan(60);
    Set<Integer> colours = new HashSet<>();
    for (int x = 0; x < picture.getWidth(); x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        colours.add(picture.getRGB(x, y));
      }
    }
    assertThat(colours).hasSizeGreaterThan(5);
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("migrations", "pictures.png", "retort.toml");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Result result = retort.run("graph", "--format", "png", "-o", "nowhere/g.png");
    assertThat(result.exitCode()).isNotZero();
    assertThat(result.err()).contains("nowhere");
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  @Tag("db")
  @ExtendWith(PgExtension.class)
  void whereTheDatabaseIsIsDrawn(PgDatabase database) throws IOException {
    database.execute(
        "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY);"
            + " INSERT INTO alembic_version VALUES ('b')");
    retort = retort.on(database);
    drawn("graph", "-i", "--format", "svg", "-o", "g.svg");
    assertThat(Files.readString(folder.resolve("g.svg")))
        .contains("<g class=\"applied\" id=\"r-a\">", "<g class=\"current\" id=\"r-b\">")
        .contains("<g class=\"pending\" id=\"r-c\">");
  }
}
