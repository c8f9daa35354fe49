package dev.retort.shadow;

import dev.retort.execute.Cancellation;
import dev.retort.execute.failure.RunFailedException;
import dev.retort.graph.RevisionGraph;
import dev.retort.plan.Plan;
import dev.retort.problem.RetortException;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.schema.Snapshot;
import dev.retort.shadow.store.RecordFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What schema revisions lead to, found out on a shadow server. The server is not even started for
 * what was found out before. For several threads, which wait for each other.
 */
public final class Shadow implements AutoCloseable {
  /** Where in the cache round trips are kept. */
  public static final String TRIPS = "round-trips";

  /** Another one, once round trips are judged in another way. */
  private static final String TRIP_EDITION = "round trip 1";

  private final Source source;
  private final Ground ground;
  private final RecordFiles<Snapshot> files;
  private final RecordFiles<RoundTrip> trips;
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
   * @param cache the folder that what was found out is kept in
   * @param progress told, in words, what takes time; on the calling thread
   */
  public Shadow(Source source, Ground ground, Path cache, Consumer<String> progress) {
    this.source = source;
    this.ground = ground;
    this.files = new RecordFiles<>(Snapshot.class, cache.resolve("snapshots"));
    this.trips = new RecordFiles<>(RoundTrip.class, cache.resolve(TRIPS));
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
   * @throws ShadowException if the shadow lacks what a step needs, or cannot be made, or a step
   *     fails
   */
  public synchronized Snapshot at(Plan plan, Cancellation cancellation) {
    return OnShadow.told(() -> foundAt(plan, cancellation));
  }

  private Snapshot foundAt(Plan plan, Cancellation cancellation) {
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

  /**
   * The schemas before a plan and after each of its steps.
   *
   * @param plan from nothing: no heads before
   * @return fewer where a step does not run
   */
  public synchronized Walk walk(Plan plan, Cancellation cancellation) {
    Chain chain = chain(plan);
    List<Snapshot> found = new ArrayList<>();
    try (Walker walker = new Walker(() -> replay(cancellation), ground.baseline(), chain, plan)) {
      for (int steps = 0; steps <= plan.steps().size(); steps++) {
        String key = key(chain.keys().get(steps));
        Optional<Snapshot> known = files.find(key);
        if (known.isEmpty()) {
          known = Optional.of(walker.at(steps));
          files.keep(key, known.get());
        }
        found.add(known.get());
      }
      return new Walk(found, Optional.empty());
    } catch (RunFailedException | ShadowException e) {
      Verification.requireConnected(e);
      return new Walk(found, Optional.of(e));
    }
  }

  /** Throws a failure again that says nothing of any step: a server gone, somebody had enough. */
  public static void requireOutcome(RetortException failure) {
    Verification.requireConnected(failure);
  }

  /**
   * A walk through a plan.
   *
   * @param schemas before the first step, and after each
   * @param failure of the step that did not run
   */
  public record Walk(List<Snapshot> schemas, Optional<RetortException> failure) {
    /** Copies the list. */
    public Walk {
      schemas = List.copyOf(schemas);
    }
  }

  /**
   * What a plan would make of a schema, found out by running it on a database that has that schema
   * and no rows.
   *
   * @param before what the plan begins with, wherever it comes from
   * @throws ShadowException if the shadow lacks what schema or steps need, or a step fails
   */
  public synchronized Snapshot after(Snapshot before, Plan plan, Cancellation cancellation) {
    return OnShadow.told(() -> foundAfter(before, plan, cancellation));
  }

  private Snapshot foundAfter(Snapshot before, Plan plan, Cancellation cancellation) {
    Chain chain = Chain.after(majorVersion() + " " + ground.versionTable(), before, plan);
    String key = key(chain.last());
    Optional<Snapshot> known = files.find(key);
    if (known.isPresent()) {
      return known.get();
    }
    try (Workspace workspace = replay(cancellation).loaded(before, plan.headsBefore())) {
      // What a step that stopped has left to do is in the plan; its mark is the database's alone.
      replay(cancellation).run(workspace, Slice.from(plan, 0));
      Snapshot snapshot = workspace.snapshot();
      files.keep(key, snapshot);
      return snapshot;
    }
  }

  /**
   * The schemas before and after one step of a plan, found out as {@link #after} does.
   *
   * @param before what the plan begins with
   * @param step its 0-based place
   */
  public synchronized Around around(
      Snapshot before, Plan plan, int step, Cancellation cancellation) {
    return OnShadow.told(() -> foundAround(before, plan, step, cancellation));
  }

  private Around foundAround(Snapshot before, Plan plan, int step, Cancellation cancellation) {
    Chain chain = Chain.after(majorVersion() + " " + ground.versionTable(), before, plan);
    String first = key(chain.keys().get(step));
    String then = key(chain.keys().get(step + 1));
    Optional<Snapshot> from = step == 0 ? Optional.of(before) : files.find(first);
    Optional<Snapshot> to = files.find(then);
    if (from.isPresent() && to.isPresent()) {
      return new Around(from.get(), to.get());
    }
    try (Workspace workspace = replay(cancellation).loaded(before, plan.headsBefore())) {
      if (step > 0) {
        replay(cancellation).run(workspace, Slice.of(plan, 0, step));
        from = Optional.of(workspace.snapshot());
        files.keep(first, from.get());
      }
      replay(cancellation).run(workspace, Slice.of(plan, step, step + 1));
      Snapshot reached = workspace.snapshot();
      files.keep(then, reached);
      return new Around(from.orElse(before), reached);
    }
  }

  /** The schemas before and after a step. */
  public record Around(Snapshot before, Snapshot after) {}

  /**
   * Takes revisions up, down and up again.
   *
   * @param graph what they are part of
   * @param plan from nothing to all of them
   * @param wanted the ones to be tried
   * @param listener told of each when it is done
   * @return in the order of the plan
   */
  public synchronized List<RoundTrip> verify(
      RevisionGraph graph,
      Plan plan,
      Set<RevisionId> wanted,
      Consumer<RoundTrip> listener,
      Cancellation cancellation) {
    List<RoundTrip> all = new ArrayList<>();
    try (Verification verification = verification(graph, plan, cancellation)) {
      for (int index = 0; index < plan.steps().size(); index++) {
        if (wanted.contains(plan.steps().get(index).revision().orElseThrow())) {
          RoundTrip trip = known(verification, index).orElse(null);
          if (trip == null) {
            trip = verification.verify(index);
            keep(verification, index, trip);
          }
          all.add(trip);
          listener.accept(trip);
        }
      }
    }
    return all;
  }

  /** What is known of the round trips of a plan's revisions; nothing is tried or started. */
  public synchronized Map<RevisionId, RoundTrip> known(RevisionGraph graph, Plan plan) {
    Map<RevisionId, RoundTrip> all = new LinkedHashMap<>();
    try (Verification verification = verification(graph, plan, new Cancellation())) {
      for (int index = 0; index < plan.steps().size(); index++) {
        known(verification, index).ifPresent(trip -> all.put(trip.revision(), trip));
      }
    }
    return all;
  }

  private Verification verification(RevisionGraph graph, Plan plan, Cancellation cancellation) {
    return new Verification(
        this::server, () -> replay(cancellation), ground.baseline(), chain(plan), plan, graph);
  }

  private Optional<RoundTrip> known(Verification verification, int index) {
    return verification.withoutTrying(index).or(() -> trips.find(tripKey(verification, index)));
  }

  /** What may come out otherwise next time, with the same revisions, is not kept. */
  private void keep(Verification verification, int index, RoundTrip trip) {
    boolean lasting =
        switch (trip.verdict()) {
          case UP_FAILS, NOT_REACHED -> false;
          case DOWN_FAILS, UP_AGAIN_FAILS ->
              trip.failure().filter(f -> f.code().startsWith("shadow-lacks")).isEmpty();
          case EXACT, COLUMN_ORDER, NONE, MISSING, DIFFERS -> true;
        };
    if (lasting) {
      trips.keep(tripKey(verification, index), trip);
    }
  }

  private String tripKey(Verification verification, int index) {
    List<String> texts = new ArrayList<>(verification.content(index));
    texts.add(ground.reader());
    texts.add(TRIP_EDITION);
    return Chain.hash(texts);
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
