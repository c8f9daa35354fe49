package dev.retort.engine;

import dev.retort.execute.Cancellation;
import dev.retort.graph.RevisionGraph;
import dev.retort.graph.target.TargetException;
import dev.retort.graph.target.UpgradeTargets;
import dev.retort.plan.Plan;
import dev.retort.plan.Planner;
import dev.retort.postgres.catalog.CatalogReader;
import dev.retort.postgres.versions.VersionTable;
import dev.retort.profile.Folders;
import dev.retort.profile.project.Migrations;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.schema.Snapshot;
import dev.retort.shadow.ObjectChange;
import dev.retort.shadow.ObjectChanges;
import dev.retort.shadow.RoundTrip;
import dev.retort.shadow.Shadow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the schema of a project is at its revisions, by replaying them on a shadow database; the
 * second look at one is instant. Blocks; any thread. Close it to let go of the shadow's server.
 */
public final class Shadows implements AutoCloseable {
  private final Project project;
  private final ShadowSources sources;
  private final Path cache;
  private final Consumer<String> progress;
  private final Map<Likeness, Shadow> shadows;

  /** Whether it is this that lets go of the servers. */
  private final boolean own;

  private Likeness wanted = new Likeness(Optional.empty(), Optional.empty());

  Shadows(Project project, ShadowSources sources, Folders folders, Consumer<String> progress) {
    this.project = project;
    this.sources = sources;
    this.cache = folders.cache().resolve("shadow");
    this.progress = progress;
    this.shadows = new HashMap<>();
    this.own = true;
  }

  private Shadows(Shadows of, Project project) {
    this.project = project;
    this.sources = of.sources;
    this.cache = of.cache;
    this.progress = of.progress;
    this.shadows = of.shadows;
    this.own = false;
    this.wanted = of.wanted;
  }

  /**
   * The same servers for the same project with other revisions, to see what these would lead to.
   * Closing it closes nothing; it is for the thread that asked, and for as long as this is open.
   *
   * @param other the project as {@link Project#with} makes it
   */
  public synchronized Shadows imagining(Project other) {
    return new Shadows(this, other);
  }

  /**
   * From now on schemas are such as can be compared with a database's: of its version of
   * PostgreSQL, where binaries of it are on this machine, and its owner's.
   *
   * @param database that database's schema
   * @return what the reader is to know, if it is another version after all
   */
  public Optional<String> compareWith(Snapshot database) {
    return like(new Likeness(Optional.of(database.majorVersion()), Owners.usual(database)));
  }

  /**
   * From now on schemas are such as a server of some major version makes them, where binaries of it
   * are on this machine.
   *
   * @return what the reader is to know, if it is another version after all
   */
  public Optional<String> compareWith(int majorVersion) {
    return like(new Likeness(Optional.of(majorVersion), Optional.empty()));
  }

  private Optional<String> like(Likeness likeness) {
    synchronized (this) {
      wanted = likeness;
    }
    int version = likeness.major().orElseThrow();
    int found = shadow().majorVersion();
    return found == version
        ? Optional.empty()
        : Optional.of(
            "Compared on PostgreSQL "
                + found
                + "; the database is "
                + version
                + ". What versions do differently may show up as differences.");
  }

  /** What a shadow is to be like. */
  private record Likeness(Optional<Integer> major, Optional<String> role) {}

  /** The major version of PostgreSQL that the schema is shown of. */
  public int majorVersion() {
    return shadow().majorVersion();
  }

  private Shadow shadow() {
    synchronized (shadows) {
      return shadows.computeIfAbsent(wanted(), this::make);
    }
  }

  private synchronized Likeness wanted() {
    return wanted;
  }

  private Shadow make(Likeness like) {
    Migrations migrations = project.config().migrations();
    VersionTable table =
        new VersionTable(migrations.versionTable(), migrations.versionTableSchema());
    Shadow.Source source = sources.find(table, like.major(), like.role());
    Shadow.Ground ground =
        new Shadow.Ground(
            SandboxServer.scripts(project.root(), migrations.baseline()),
            table + like.role().map(role -> " as " + role).orElse(""),
            CatalogReader.questions(source.majorVersion()));
    return new Shadow(source, ground, cache, progress);
  }

  /**
   * The revisions a target stands for, where nothing is applied: {@code base}, {@code heads},
   * {@code 0007}, {@code 0007-1}, {@code +2}, …; none for {@code base}.
   *
   * @throws dev.retort.graph.target.TargetException if it stands for none
   */
  public List<RevisionId> heads(String target) {
    return tips(new UpgradeTargets(graph()).resolve(target, List.of(), true));
  }

  /**
   * The schema at some revisions: the baseline, all that these stand on, and themselves. None is
   * the baseline alone.
   *
   * @throws BrokenProjectException if the project has errors
   * @throws dev.retort.shadow.ShadowException if the shadow lacks what a step needs
   */
  public Snapshot at(List<RevisionId> heads) {
    return at(heads, new Cancellation());
  }

  /** As {@link #at(List)}, until somebody asks to stop. */
  public Snapshot at(List<RevisionId> heads, Cancellation cancellation) {
    return shadow().at(plan(heads), cancellation);
  }

  /** The schema at a target, as {@link #heads} reads it. */
  public Snapshot at(String target) {
    return at(heads(target));
  }

  /** As {@link #at(String)}, until somebody asks to stop. */
  public Snapshot at(String target, Cancellation cancellation) {
    return at(heads(target), cancellation);
  }

  /**
   * The schema that a plan leads to on a database.
   *
   * @param before the database's own schema now; it is made anew on the shadow, without rows
   */
  public Snapshot after(Snapshot before, Plan plan) {
    return after(before, plan, new Cancellation());
  }

  /** As {@link #after(Snapshot, Plan)}, until somebody asks to stop. */
  public Snapshot after(Snapshot before, Plan plan, Cancellation cancellation) {
    return shadow().after(before, plan, cancellation);
  }

  /**
   * The schemas before and after one step of a plan, where it begins with a database's.
   *
   * @param before that database's schema now
   * @param step its 0-based place in the plan
   */
  public Shadow.Around around(Snapshot before, Plan plan, int step, Cancellation cancellation) {
    return shadow().around(before, plan, step, cancellation);
  }

  /**
   * What comes of applying several heads one after another, in each order, from where they part;
   * nothing is written.
   *
   * @param cancellation stops it
   * @throws dev.retort.graph.target.TargetException if there are fewer than two, or one of them
   *     stands on another
   */
  public MergePreview mergePreview(List<RevisionId> heads, Cancellation cancellation) {
    List<RevisionId> each = List.copyOf(new LinkedHashSet<>(heads));
    graph()
        .overlap(each)
        .ifPresent(
            overlap -> {
              throw TargetException.overlapping(overlap.one(), overlap.others());
            });
    if (each.size() < 2) {
      throw TargetException.bad(
          "A merge needs at least two revisions.",
          "There is something to merge where 'retort heads' lists several.");
    }
    return new MergeTrial(graph(), this::plan, shadow(), cancellation).of(each);
  }

  /** As {@link #mergePreview(List, Cancellation)}, of two. */
  public MergePreview mergePreview(RevisionId a, RevisionId b, Cancellation cancellation) {
    return mergePreview(List.of(a, b), cancellation);
  }

  /**
   * Takes revisions up, down and up again, each where all below it is applied and nothing above.
   *
   * @param wanted the ones to be tried; empty for all
   * @param listener told of each when it is done, on the calling thread
   * @return in the order in which they are applied
   */
  public List<RoundTrip> verify(
      Set<RevisionId> wanted, Consumer<RoundTrip> listener, Cancellation cancellation) {
    Plan plan = plan(graph().heads());
    Set<RevisionId> these =
        wanted.isEmpty()
            ? new LinkedHashSet<>(graph().revisions().stream().map(Revision::id).toList())
            : wanted;
    return shadow().verify(graph(), plan, these, listener, cancellation);
  }

  /** Whether any round trip's outcome is kept on this machine; found out with next to no work. */
  public boolean keepsRoundTrips() {
    return Files.isDirectory(cache.resolve(Shadow.TRIPS));
  }

  /** The round trips whose outcome is known, by revision; nothing is tried or started for it. */
  public Map<RevisionId, RoundTrip> knownRoundTrips() {
    return shadow().known(graph(), plan(graph().heads()));
  }

  /**
   * Every object that two schemas do not have alike.
   *
   * @param before usually the earlier, or the one that is as it should be
   */
  public static List<ObjectChange> changes(Snapshot before, Snapshot after) {
    return new ObjectChanges(after).since(before);
  }

  /**
   * How a database differs from what its own heads lead to. The database is read and nothing else.
   *
   * @param schema its schema
   * @param heads the rows of its version table
   * @throws dev.retort.graph.target.TargetException if a row is no revision's
   */
  public Drift drift(Snapshot schema, List<RevisionId> heads) {
    return drift(schema, heads, new Cancellation());
  }

  /** As {@link #drift(Snapshot, List)}, until somebody asks to stop. */
  public Drift drift(Snapshot schema, List<RevisionId> heads, Cancellation cancellation) {
    for (RevisionId head : heads) {
      if (graph().find(head).isEmpty()) {
        throw TargetException.unknownRow(head.value());
      }
    }
    Optional<String> remark = compareWith(schema);
    Snapshot expected = at(heads, cancellation);
    return new Drift(heads, expected, schema, changes(expected, schema), remark);
  }

  /** As {@link #identify(Snapshot, List, Cancellation)}, where the version table is not known. */
  public Identification identify(Snapshot schema, Cancellation cancellation) {
    return identify(schema, Optional.empty(), cancellation);
  }

  /**
   * The revisions that a database looks like, the nearest first. What its version table says is
   * tried first, and where that is exact nothing else is; of others that are equally near, the one
   * with the most below it is first.
   *
   * @param schema the database's schema
   * @param rows the rows of its version table; they count for nothing if no file has one of them
   * @param cancellation stops it
   */
  public Identification identify(
      Snapshot schema, List<RevisionId> rows, Cancellation cancellation) {
    boolean known = rows.stream().allMatch(row -> graph().find(row).isPresent());
    return identify(schema, Optional.of(rows).filter(some -> known), cancellation);
  }

  private Identification identify(
      Snapshot schema, Optional<List<RevisionId>> rows, Cancellation cancellation) {
    Optional<String> remark = compareWith(schema);
    return new Identifier(graph(), this::plan, shadow(), schema, cancellation)
        .identify(rows, remark);
  }

  private Plan plan(List<RevisionId> heads) {
    List<String> targets = tips(heads).stream().map(RevisionId::value).toList();
    return new Planner(graph()).upgrade(List.of(), targets.isEmpty() ? List.of("base") : targets);
  }

  /** Without those that others stand on, in an order that does not depend on how they came. */
  private List<RevisionId> tips(List<RevisionId> heads) {
    Set<RevisionId> below = new LinkedHashSet<>();
    for (RevisionId head : heads) {
      Set<RevisionId> line = new LinkedHashSet<>(graph().ancestors(List.of(head), true));
      line.remove(head);
      below.addAll(line);
    }
    return new ArrayList<>(new LinkedHashSet<>(heads))
        .stream().filter(head -> !below.contains(head)).sorted().toList();
  }

  private RevisionGraph graph() {
    return project.sound().graph();
  }

  @Override
  public void close() {
    if (own) {
      synchronized (shadows) {
        shadows.values().forEach(Shadow::close);
        shadows.clear();
      }
    }
  }
}
