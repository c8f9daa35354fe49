package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("db")
@DisabledOnOs(OS.WINDOWS)
@ExtendWith(PgExtension.class)
class InterruptTest {
  @TempDir Path folder;

  @Test
  void ctrlCStopsTheRunAndSaysWhatIsLeft(PgDatabase database)
      throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("0001_slow.sql"), "CREATE TABLE slow (id int);\nSELECT pg_sleep(600);\n");
    Process process = start(database);
    database.await(
        "SELECT count(*) = 1 FROM pg_stat_activity"
            + " WHERE query LIKE '%pg_sleep%' AND application_name = 'retort upgrade'");
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(130, process.exitValue());
    assertEquals(
        List.of(
            "Running upgrade  -> 0001, slow",
            "error: Cancelled. Nothing of revision 0001 was applied; the database is at base."),
        lines(process).stream().filter(line -> !line.startsWith("warning: ")).toList());
    assertTrue(database.holds("SELECT to_regclass('slow') IS NULL"));
    assertTrue(Files.readString(folder.resolve("home/data/runs.jsonl")).contains("\"cancelled\""));
  }

  private Process start(PgDatabase database) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "dev.retort.Main",
            "upgrade",
            "head");
    builder.directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder
        .environment()
        .putAll(
            Map.of(
                "RETORT_HOME", folder.resolve("home").toString(),
                "PGHOST", "localhost",
                "PGPORT", Integer.toString(database.port()),
                "PGDATABASE", database.name(),
                "PGUSER", "postgres"));
    return builder.redirectErrorStream(true).start();
  }

  private static List<String> lines(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }
}
