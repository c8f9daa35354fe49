package dev.retort.survive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.postgres.server.CrashServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where runs are killed and race: a project, a server, and databases that begin before the first
 * revision or after the last. What an undisturbed run makes of them is known.
 */
final class Arena {
  static final String BASE = "at_base";
  static final String HEAD = "at_head";

  private final CrashServer server;
  private final Course course;
  private final Scope scope;
  private final Path project;
  private final Path home;
  private final List<String> atBase;
  private final List<String> atHead;

  /** What one transaction spans. */
  enum Scope {
    PER_REVISION("per-revision"),
    WHOLE_RUN("whole-run");

    private final String word;

    Scope(String word) {
      this.word = word;
    }
  }

  /** Writes the project, and makes the two databases that others are copied from. */
  Arena(CrashServer server, Course course, Path folder, Scope scope) {
    this.server = server;
    this.course = course;
    this.scope = scope;
    try {
      this.project = Files.createDirectories(folder.resolve("project"));
      this.home = Files.createDirectories(folder.resolve("home"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    course.write(project, "transaction = \"" + scope.word + "\"\n");
    server.execute("postgres", "DROP DATABASE IF EXISTS " + BASE);
    server.execute("postgres", "DROP DATABASE IF EXISTS " + HEAD);
    server.execute("postgres", "CREATE DATABASE " + BASE + " TEMPLATE template0");
    server.execute(BASE, Kinds.BASELINE);
    copy(BASE, HEAD);
    undisturbed(HEAD, "upgrade", "head");
    this.atHead = catalog(HEAD).fingerprint();
    undisturbed(HEAD, "downgrade", "base");
    this.atBase = catalog(HEAD).fingerprint();
    undisturbed(HEAD, "upgrade", "head");
    assertEquals(atHead, catalog(HEAD).fingerprint());
    assertEquals(course.traces(catalog(HEAD).heads()), catalog(HEAD).traces());
  }

  CrashServer server() {
    return server;
  }

  Scope scope() {
    return scope;
  }

  Course course() {
    return course;
  }

  /** Makes a database that is as another; there may be one of that name. */
  void copy(String from, String to) {
    server.awaitNoSessions(from);
    server.execute("postgres", "DROP DATABASE IF EXISTS " + to + " WITH (FORCE)");
    server.execute(
        "postgres", "CREATE DATABASE " + to + " TEMPLATE " + from + " STRATEGY file_copy");
  }

  Catalog catalog(String database) {
    return new Catalog(server, database);
  }

  Client inProcess(String database, String... arguments) {
    return ThreadClient.start(project, environment(database, server.port()), arguments);
  }

  ProcessClient process(String database, String... arguments) {
    return process(database, server.port(), arguments);
  }

  /** A process that reaches the server through another port. */
  ProcessClient process(String database, int port, String... arguments) {
    return ProcessClient.start(project, environment(database, port), arguments);
  }

  /** Runs a command that must do. */
  void undisturbed(String database, String... arguments) {
    Client.Outcome outcome = inProcess(database, arguments).await();
    if (outcome.exitCode() != 0) {
      throw new AssertionError(String.join(" ", arguments) + " fails: " + outcome);
    }
  }

  /** What a database shows in which all revisions are in effect and nobody was disturbed. */
  List<String> atHead() {
    return atHead;
  }

  /** The same for one that is back where it began. */
  List<String> atBase() {
    return atBase;
  }

  private Map<String, String> environment(String database, int port) {
    Map<String, String> environment = new HashMap<>();
    environment.put("RETORT_HOME", home.toString());
    environment.put("HOME", home.toString());
    environment.put("NO_COLOR", "1");
    environment.put("PGHOST", "127.0.0.1");
    environment.put("PGPORT", String.valueOf(port));
    environment.put("PGUSER", CrashServer.SUPERUSER);
    environment.put("PGDATABASE", database);
    return environment;
  }
}
