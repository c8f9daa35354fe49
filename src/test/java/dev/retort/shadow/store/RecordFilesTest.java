package dev.retort.shadow.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.execute.Cancellation;
import dev.retort.execute.RunOptions;
import dev.retort.postgres.Access;
import dev.retort.postgres.PostgresSession;
import dev.retort.postgres.PostgresSessions;
import dev.retort.postgres.catalog.CatalogReader;
import dev.retort.postgres.versions.VersionTable;
import dev.retort.schema.Omission;
import dev.retort.schema.Snapshot;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

class RecordFilesTest {
  @TempDir Path folder;

  private static Snapshot snapshot(String reason) {
    return new Snapshot(180000, List.of(), List.of(), List.of(new Omission("x", reason)));
  }

  @Test
  void whatWasKeptIsFoundByAnother() {
    new RecordFiles<>(Snapshot.class, folder).keep("k", snapshot("é"));
    assertThat(new RecordFiles<>(Snapshot.class, folder).find("k")).contains(snapshot("é"));
    assertThat(new RecordFiles<>(Snapshot.class, folder).find("l")).isEmpty();
  }

  @Test
  void whatIsNotWholeIsNotThere() throws IOException {
    RecordFiles<Snapshot> files = new RecordFiles<>(Snapshot.class, folder);
    files.keep("k", snapshot("reason"));
    Path file = folder.resolve("k.record");
    byte[] bytes = Files.readAllBytes(file);
    for (int length = 0; length < bytes.length; length++) {
      Files.write(file, java.util.Arrays.copyOf(bytes, length));
      assertThat(files.find("k")).isEmpty();
    }
    bytes[bytes.length - 1]++;
    Files.write(file, bytes);
    assertThat(files.find("k")).isEmpty();
  }

  @Test
  void theOnesNotAskedForTheLongestGo() throws IOException {
    RecordFiles<Snapshot> files = new RecordFiles<>(Snapshot.class, folder, 1 << 20, 2);
    files.keep("a", snapshot("a"));
    files.keep("b", snapshot("b"));
    Files.setLastModifiedTime(folder.resolve("a.record"), FileTime.fromMillis(1000));
    Files.setLastModifiedTime(folder.resolve("b.record"), FileTime.fromMillis(2000));
    assertThat(files.find("a")).isPresent();
    files.keep("c", snapshot("c"));
    assertThat(files.find("a")).isPresent();
    assertThat(files.find("b")).isEmpty();
    assertThat(files.find("c")).isPresent();
  }

  @Test
  void aFolderThatCannotBeWrittenKeepsNothingAndHarmsNobody() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    RecordFiles<Snapshot> files = new RecordFiles<>(Snapshot.class, file);
    files.keep("k", snapshot("reason"));
    assertThat(files.find("k")).isEmpty();
  }

  private static void run(PgDatabase database, String sql) {
    PostgresSessions sessions =
        new PostgresSessions(database.settings(), "test", Access.READ_WRITE);
    try (PostgresSession session = sessions.open(RunOptions.defaults(), new Cancellation())) {
      session.script(sql);
    }
  }

  @Tag("db")
  @ExtendWith(PgExtension.class)
  @Test
  void everyKindOfObjectComesBack(PgDatabase database) throws IOException {
    String everything;
    try (InputStream in = getClass().getResourceAsStream("/schema/everything.sql")) {
      everything = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    run(database, everything.replace("%ROLE%", database.role("user")));
    Snapshot snapshot =
        new CatalogReader(
                new PostgresSessions(database.settings(), "test", Access.READ_ONLY),
                VersionTable.standard())
            .read();
    run(database, "DROP SUBSCRIPTION IF EXISTS sub");
    RecordFiles<Snapshot> files = new RecordFiles<>(Snapshot.class, folder);
    files.keep("k", snapshot);
    assertThat(files.find("k")).contains(snapshot);
  }
}
