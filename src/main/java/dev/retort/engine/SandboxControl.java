package dev.retort.engine;

import dev.retort.postgres.sandbox.Sandbox;
import dev.retort.postgres.sandbox.SandboxDatabase;
import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.ConnectionSettings.HostPort;
import dev.retort.profile.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Looks after the sandbox of a project, a database of its own: empty it, let others in. */
public final class SandboxControl {
  private final Sandbox sandbox;
  private final Project project;

  SandboxControl(Sandbox sandbox, Project project) {
    this.sandbox = sandbox;
    this.project = project;
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
