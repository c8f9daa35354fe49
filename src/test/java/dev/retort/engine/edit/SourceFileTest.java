package dev.retort.engine.edit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.engine.edit.SourceFile.Encoding;
import dev.retort.engine.edit.SourceFile.Saving;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {
  private @TempDir Path folder;

  private SourceFile file(String name, byte[] bytes) throws IOException {
    return SourceFile.read(Files.write(folder.resolve(name), bytes));
  }

  private SourceFile file(String name, String text) throws IOException {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void markLineEndsAndPermissionsSurviveASave() throws Exception {
    SourceFile opened = file("a.sql", "\uFEFFSELECT 'é';\r\nSELECT 2;\r\n");
    Files.setPosixFilePermissions(opened.path(), PosixFilePermissions.fromString("rw-r-----"));
    assertEquals("SELECT 'é';\nSELECT 2;\n", opened.text());
    Saving saving = opened.save("SELECT 'é';\nSELECT 3;\nSELECT 4;\n");
    assertInstanceOf(Saving.Saved.class, saving);
    assertEquals(
        "\uFEFFSELECT 'é';\r\nSELECT 3;\r\nSELECT 4;\r\n", Files.readString(opened.path()));
    assertEquals(
        "rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(opened.path())));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(1, left.count(), "nothing is left beside it");
    }
  }

  @Test
  void aLinkStaysALink() throws Exception {
    SourceFile real = file("real.sql", "SELECT 1;");
    Path link = Files.createSymbolicLink(folder.resolve("link.sql"), real.path());
    assertInstanceOf(Saving.Saved.class, SourceFile.read(link).save("SELECT 2;"));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("SELECT 2;", Files.readString(real.path()));
  }

  @Test
  void somebodyElsesChangeIsNeverWrittenOver() throws Exception {
    SourceFile opened = file("a.sql", "SELECT 1;");
    Files.writeString(opened.path(), "SELECT 99;");
    Saving.Changed changed = assertInstanceOf(Saving.Changed.class, opened.save("SELECT 2;"));
    assertEquals("SELECT 99;", changed.onDisk().text());
    assertEquals("SELECT 99;", Files.readString(opened.path()));
    assertInstanceOf(Saving.Saved.class, changed.onDisk().save("SELECT 2;"));
    assertEquals("SELECT 2;", Files.readString(opened.path()));
  }

  @Test
  void aFileThatIsGoneIsNotMadeAgainUnasked() throws Exception {
    SourceFile opened = file("a.sql", "SELECT 1;");
    Files.delete(opened.path());
    assertInstanceOf(Saving.Gone.class, opened.save("SELECT 2;"));
    assertTrue(Files.notExists(opened.path()));
    assertInstanceOf(Saving.Saved.class, opened.saveAnew("SELECT 2;"));
    assertInstanceOf(Saving.Changed.class, opened.saveAnew("SELECT 3;"));
    assertEquals("SELECT 2;", Files.readString(opened.path()));
  }

  @Test
  void anotherEncodingIsReadAsWhatItMostLikelyIsAndSavedAsUtf8() throws Exception {
    SourceFile latin = file("a.sql", "SELECT 'é–';".getBytes(Charset.forName("windows-1252")));
    assertEquals(Encoding.WINDOWS_1252, latin.encoding());
    assertEquals("SELECT 'é–';", latin.text());
    SourceFile wide = file("b.sql", "SELECT 'é';".getBytes(StandardCharsets.UTF_16));
    assertEquals(Encoding.UTF_16, wide.encoding());
    assertEquals("SELECT 'é';", wide.text());
    assertInstanceOf(Saving.Saved.class, latin.save(latin.text()));
    assertArrayEquals(
        "SELECT 'é–';".getBytes(StandardCharsets.UTF_8), Files.readAllBytes(latin.path()));
  }
}
