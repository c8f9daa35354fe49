package dev.retort.engine;

import dev.retort.postgres.sandbox.Sandbox;
import dev.retort.postgres.sandbox.SandboxDatabase;
import dev.retort.postgres.server.EmbeddedServer;
import dev.retort.postgres.server.ShadowServers;
import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.ConnectionSettings.HostPort;
import dev.retort.profile.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Looks after the sandbox of a project, and the shadow servers beside it: are they running, empty
 * it, stop them, let others in.
 */
public final class SandboxControl {
  private final EmbeddedServer server;
  private final ShadowServers shadows;
  private final Sandbox sandbox;
  private final Project project;

  SandboxControl(EmbeddedServer server, ShadowServers shadows, Sandbox sandbox, Project project) {
    this.server = server;
    this.shadows = shadows;
    this.sandbox = sandbox;
    this.project = project;
  }

  /**
   * How an embedded server is.
   *
   * @param port on 127.0.0.1; absent while it does not run
   * @param data its data folder
   * @param log its log
   */
  public record Status(boolean running, Optional<Integer> port, Path data, Path log) {}

  /** How the sandbox's server is at this moment; starts nothing. */
  public Status status() {
    return status(server.status());
  }

  /**
   * How the servers of shadows are at this moment, by their version of PostgreSQL; none that was
   * never started. Starts nothing.
   */
  public SortedMap<Integer, Status> shadowStatus() {
    SortedMap<Integer, Status> all = new TreeMap<>();
    shadows.status().forEach(shadow -> all.put(shadow.major(), status(shadow.server())));
    return all;
  }

  private static Status status(EmbeddedServer.Status status) {
    return new Status(status.running(), status.port(), status.data(), status.log());
  }

  /**
   * Drops the project's database and makes it anew, with the baseline.
   *
   * @return its address
   * @throws BrokenProjectException if the baseline cannot be read
   * @throws dev.retort.postgres.sandbox.SandboxException if the baseline fails
   */
  public String reset() {
    try (SandboxDatabase database =
        sandbox.reset(
            project.root(),
            SandboxServer.scripts(project.root(), project.config().migrations().baseline()))) {
      return database.settings().display();
    }
  }

  /** Stops the servers, whoever uses them; whether there was anything to stop. */
  public boolean stop() {
    boolean sandboxToo = server.stop();
    return shadows.stop() || sandboxToo;
  }

  /** Keeps the project's database up until what is returned is closed. */
  public Held hold() {
    return new Held(
        sandbox.open(
            project.root(),
            SandboxServer.scripts(project.root(), project.config().migrations().baseline())));
  }

  /** The project's database, kept up. */
  public static final class Held implements AutoCloseable {
    private final SandboxDatabase database;

    private Held(SandboxDatabase database) {
      this.database = database;
    }

    /** Its URL for other programs, such as psql; with the sandbox's own password. */
    public String url() {
      ConnectionSettings settings = database.settings();
      HostPort place = settings.hosts().getFirst();
      return "postgresql://"
          + encoded(settings.user())
          + settings.password().map(Secret::reveal).map(p -> ":" + encoded(p)).orElse("")
          + "@"
          + place
          + "/"
          + encoded(settings.database())
          + "?sslmode=disable";
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
      database.close();
    }
  }
}
