package dev.retort.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The commands that do the same work, each as its users would give it. */
final class Peers {
  static final String USER = "postgres";
  static final String DATABASE = "bench";

  private final Path project;
  private final Path home;

  /**
   * The peers on this machine.
   *
   * @param project Retort's own folder, built
   * @param home where Retort keeps what is its own meanwhile
   */
  Peers(Path project, Path home) {
    this.project = project;
    this.home = home;
  }

  Command retort(Path revisions, int port, String... arguments) {
    List<String> line = new ArrayList<>();
    line.add(project.resolve("target/retort/bin/retort").toString());
    line.addAll(List.of(arguments));
    return new Command(
        "Retort",
        line,
        Map.of(
            "RETORT_HOME",
            home.toString(),
            "PGHOST",
            "127.0.0.1",
            "PGPORT",
            String.valueOf(port),
            "PGUSER",
            USER,
            "PGDATABASE",
            DATABASE),
        revisions);
  }

  /** Makes Retort forget what shadows have found out. */
  void forget() throws IOException {
    Path known = home.resolve("cache/shadow");
    if (Files.isDirectory(known)) {
      Bench.delete(known);
    }
  }

  Command alembic(Path folder, int port, String... arguments) {
    List<String> line = new ArrayList<>();
    line.add("alembic");
    line.addAll(List.of(arguments));
    return new Command("Alembic", line, Map.of("BENCH_URL", url("postgresql", port)), folder);
  }

  Command psql(Path script, int port) {
    return new Command(
        "psql",
        List.of(
            "psql",
            "-X",
            "-q",
            "-v",
            "ON_ERROR_STOP=1",
            "-f",
            script.toString(),
            url("postgresql", port)),
        Map.of(),
        project);
  }

  Command flyway(Path folder, int port) {
    return new Command(
        "Flyway",
        List.of(
            java(),
            "-cp",
            project.resolve("target/bench/peers") + "/*:" + project.resolve("target/bench/classes"),
            "FlywayMigrate",
            "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE,
            USER,
            folder.toString()),
        Map.of(),
        folder);
  }

  Command liquibase(Path folder, int port) {
    return new Command(
        "Liquibase",
        List.of(
            java(),
            "-cp",
            project.resolve("target/bench/peers") + "/*",
            "liquibase.integration.commandline.LiquibaseCommandLine",
            "--url=jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE,
            "--username=" + USER,
            "--search-path=" + folder,
            "--changelog-file=changelog.sql",
            "update"),
        Map.of(),
        folder);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String url(String scheme, int port) {
    return scheme + "://" + USER + "@127.0.0.1:" + port + "/" + DATABASE;
  }

  /** What a program says of its version, on one line. */
  static String version(String... line) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.lines().findFirst().orElse("?");
  }
}
