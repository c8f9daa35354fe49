package dev.retort.engine;

import dev.retort.execute.failure.ConnectionFailedException;
import dev.retort.postgres.sandbox.Sandbox;
import dev.retort.postgres.sandbox.SandboxDatabase;
import dev.retort.problem.Problem;
import dev.retort.profile.ConnectionSettings;
import dev.retort.revision.Script;
import dev.retort.revision.reading.Baseline;
import dev.retort.revision.reading.BaselineReader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The project's database on the embedded server: started, and made with the project's baseline,
 * when it is first asked for; let go of when this is closed. Any thread.
 */
final class SandboxServer implements Server {
  private final Sandbox sandbox;
  private final Path root;
  private final List<Path> baseline;
  private @Nullable SandboxDatabase database;

  SandboxServer(Sandbox sandbox, Path root, List<Path> baseline) {
    this.sandbox = sandbox;
    this.root = root;
    this.baseline = baseline;
  }

  @Override
  public synchronized ConnectionSettings settings() {
    if (database == null) {
      database = sandbox.open(root, scripts(root, baseline));
    }
    return database.settings();
  }

  @Override
  public <T> T use(Function<ConnectionSettings, T> work) {
    try {
      return work.apply(settings());
    } catch (ConnectionFailedException e) {
      // Somebody may have stopped or killed the server since; it comes back on another port.
      close();
      return work.apply(settings());
    }
  }

  /** The scripts of a baseline. */
  static List<Script> scripts(Path root, List<Path> baseline) {
    Baseline read = BaselineReader.read(baseline);
    List<Problem> errors =
        read.problems().stream()
            .filter(problem -> problem.severity() == Problem.Severity.ERROR)
            .toList();
    if (!errors.isEmpty()) {
      throw new BrokenProjectException(root, errors);
    }
    return read.scripts();
  }

  @Override
  public synchronized void close() {
    if (database != null) {
      database.close();
      database = null;
    }
  }
}
