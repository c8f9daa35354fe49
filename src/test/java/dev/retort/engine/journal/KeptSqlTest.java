package dev.retort.engine.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSqlTest {
  @TempDir Path folder;

  @Test
  void whatWasKeptIsReadAsItIsAndByItsOwnerAlone() throws IOException {
    KeptSql kept = new Journal(folder.resolve("data/runs.jsonl")).sql();
    assertEquals(Optional.empty(), kept.read("a"));
    keep(kept, "a", "SELECT 'größer';\n");
    keep(kept, "b", "");
    assertEquals(Optional.of("SELECT 'größer';\n"), kept.read("a"));
    assertEquals(Optional.of(""), kept.read("b"));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.file("a").getParent())));
  }

  @Test
  void theSqlOfARunIsNeverWrittenOver() {
    KeptSql kept = new Journal(folder.resolve("runs.jsonl")).sql();
    keep(kept, "a", "SELECT 1;");
    assertThrows(UncheckedIOException.class, () -> keep(kept, "a", "SELECT 2;"));
    assertEquals(Optional.of("SELECT 1;"), kept.read("a"));
  }

  private static void keep(KeptSql kept, String run, String sql) {
    kept.keep(
        run,
        out -> {
          try {
            out.append(sql);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
