package dev.retort.shadow;

import dev.retort.execute.Cancellation;
import dev.retort.plan.Plan;
import dev.retort.revision.Script;
import dev.retort.schema.Snapshot;
import dev.retort.shadow.store.SnapshotFiles;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What schema revisions lead to, found out on a shadow server. The server is not even started for
 * what was found out before. For several threads, which wait for each other.
 */
public final class Shadow implements AutoCloseable {
  private final Source source;
  private final Ground ground;
  private final SnapshotFiles files;
  private final Consumer<String> progress;
  private @Nullable ShadowServer server;

  /** Where the server comes from. */
  public interface Source {
    /** Its major version, found out with as little work as can be. */
    int majorVersion();

    /** The server, started and connected to; whoever asks closes it. */
    ShadowServer open();
  }

  /**
   * What lies under all revisions.
   *
   * @param baseline what is replayed before the first revision
   * @param versionTable the version table's name, and schema if one is configured
   * @param reader what tells one way of reading the catalogs from another
   */
  public record Ground(List<Script> baseline, String versionTable, String reader) {
    /** Copies the list. */
    public Ground {
      baseline = List.copyOf(baseline);
    }
  }

  /**
   * A shadow; nothing is started yet.
   *
   * @param progress told, in words, what takes time; on the calling thread
   */
  public Shadow(Source source, Ground ground, SnapshotFiles files, Consumer<String> progress) {
    this.source = source;
    this.ground = ground;
    this.files = files;
    this.progress = progress;
  }

  /** The major version of PostgreSQL that it compares on. */
  public int majorVersion() {
    return source.majorVersion();
  }

  /**
   * The schema after the baseline and all steps of a plan.
   *
   * @param plan from nothing: no heads before
   * @throws ShadowException if the shadow lacks what a step needs, or cannot be made
   * @throws dev.retort.execute.failure.RunFailedException if a step fails
   */
  public synchronized Snapshot at(Plan plan, Cancellation cancellation) {
    Chain chain = chain(plan);
    String key = key(chain.last());
    Optional<Snapshot> known = files.find(key);
    if (known.isPresent()) {
      return known.get();
    }
    Replay replay = replay(cancellation);
    try (Workspace workspace = replay.reach(plan, ground.baseline(), chain)) {
      Snapshot snapshot = workspace.snapshot();
      files.keep(key, snapshot);
      workspace.keep(chain.last());
      return snapshot;
    }
  }

  private Replay replay(Cancellation cancellation) {
    return new Replay(server(), cancellation, progress);
  }

  private ShadowServer server() {
    if (server == null) {
      server = source.open();
    }
    return server;
  }

  private Chain chain(Plan plan) {
    String words = majorVersion() + " " + ground.versionTable();
    return Chain.of(words, ground.baseline(), plan.steps());
  }

  /** What is read of a database is known by what is in it and how it is read. */
  private String key(String content) {
    return Chain.hash(List.of(content, ground.reader()));
  }

  /** Lets go of the server, if it was started. */
  @Override
  public synchronized void close() {
    if (server != null) {
      server.close();
      server = null;
    }
  }
}
