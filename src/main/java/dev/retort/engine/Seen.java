package dev.retort.engine;

import dev.retort.engine.seen.Changed;
import dev.retort.engine.seen.Hashes;
import dev.retort.engine.seen.LastRuns;
import dev.retort.engine.seen.Section;
import dev.retort.engine.seen.SeenFiles;
import dev.retort.engine.seen.Sighting;
import dev.retort.engine.seen.Sighting.How;
import dev.retort.engine.seen.Sightings;
import dev.retort.plan.Plan;
import dev.retort.plan.Step;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What of a project's files a database last saw, run or reviewed, by this machine's record, and
 * what has changed since. Reads and writes files; any thread, but the toolkit's.
 */
public final class Seen {
  private static final int LATELY = 200;

  private final Project project;
  private final Connection connection;
  private final Path folder;
  private final Surroundings surroundings;

  Seen(Project project, Connection connection, Path folder, Surroundings surroundings) {
    this.project = project;
    this.connection = connection;
    this.folder = folder;
    this.surroundings = surroundings;
  }

  private SeenFiles files() {
    // Who asks makes no other database of it, nor does the port that a sandbox comes up on.
    String address = connection.address();
    String database =
        connection.sandbox() ? "sandbox" : address.substring(address.lastIndexOf('@') + 1);
    return new SeenFiles(folder, project.root().toString(), database);
  }

  /**
   * The steps of a plan whose section is another than the one this database last saw, by their
   * number in the plan. What it never saw is not among them: that is new, not changed.
   *
   * @throws UncheckedIOException if the record cannot be read
   */
  public Map<Integer, Changed> changed(Plan plan) {
    SeenFiles files = files();
    Sightings seen = files.read();
    Map<Integer, Changed> changed = new LinkedHashMap<>();
    for (int i = 0; i < plan.steps().size(); i++) {
      int number = i;
      Step step = plan.steps().get(i);
      Section.of(step.direction())
          .ifPresent(
              section ->
                  step.revision()
                      .flatMap(id -> seen.last(id, section))
                      .flatMap(last -> changed(files, last))
                      .ifPresent(one -> changed.put(number, one)));
    }
    return changed;
  }

  /**
   * The revisions whose upgrade section is no longer what ran on this database, in load order.
   *
   * @param applied which revisions are asked about: those that the database has
   * @throws UncheckedIOException if the record cannot be read
   */
  public Map<RevisionId, Changed> edited(Predicate<RevisionId> applied) {
    SeenFiles files = files();
    Sightings seen = files.read();
    Map<RevisionId, Changed> edited = new LinkedHashMap<>();
    for (Revision revision : project.graph().revisions()) {
      if (applied.test(revision.id())) {
        seen.applied(revision.id())
            .flatMap(run -> changed(files, run))
            .ifPresent(one -> edited.put(revision.id(), one));
      }
    }
    return edited;
  }

  /**
   * The same of those that are nearest below some heads, for whoever did not ask: those are the
   * ones that people edit, and thousands would take a second.
   *
   * @param heads where the database is
   * @return when and how each was run, the newest first
   * @throws UncheckedIOException if the record cannot be read
   */
  public Map<RevisionId, Sighting> editedLately(Collection<RevisionId> heads) {
    Set<RevisionId> nearest = nearest(heads);
    LastRuns runs = files().lastRuns(nearest);
    Map<RevisionId, Sighting> edited = new LinkedHashMap<>();
    for (RevisionId id : nearest) {
      project
          .graph()
          .find(id)
          .map(Section.UPGRADE::text)
          .flatMap(now -> runs.ofAnother(id, Hashes.of(now)))
          .ifPresent(run -> edited.put(id, run));
    }
    return edited;
  }

  private Set<RevisionId> nearest(Collection<RevisionId> heads) {
    Set<RevisionId> found = new LinkedHashSet<>(heads);
    Deque<RevisionId> next = new ArrayDeque<>(found);
    while (!next.isEmpty() && found.size() < LATELY) {
      for (RevisionId down : project.graph().normalizedDown(next.remove())) {
        if (found.add(down)) {
          next.add(down);
        }
      }
    }
    return found;
  }

  private Optional<Changed> changed(SeenFiles files, Sighting last) {
    return project
        .graph()
        .find(last.revision())
        .map(last.section()::text)
        .filter(now -> !Hashes.of(now).equals(last.hash()))
        .map(now -> new Changed(last, files.text(last.hash()), now));
  }

  /**
   * Notes that somebody read steps of a plan for this database: what counts is what was really
   * shown, so a change must have been shown as one.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public void reviewed(Collection<Step> steps) {
    Noting noting = new Noting();
    steps.forEach(step -> noting.add(step, How.REVIEWED, noting.now()));
    noting.write();
  }

  /** What is going to be noted; nothing is written before it is told to. For one thread. */
  Noting noting() {
    return new Noting();
  }

  /** What is to be noted, collected. */
  final class Noting {
    private final List<Sighting> seen = new ArrayList<>();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final String who = Recording.who(surroundings);

    /** The time that something has that happens now. Any thread. */
    Instant now() {
      return surroundings.clock().instant();
    }

    /** A step was run then. */
    void ran(Step step, Instant at) {
      add(step, How.RUN, at);
    }

    /**
     * Notes all that was collected.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    void write() {
      files().note(seen, texts);
    }

    private void add(Step step, How how, Instant at) {
      Optional<Section> section = Section.of(step.direction());
      Optional<Revision> revision = step.revision().flatMap(project.graph()::find);
      if (section.isPresent() && revision.isPresent()) {
        add(revision.get(), section.get(), how, at);
        if (how == How.RUN && section.get() == Section.UPGRADE) {
          add(revision.get(), Section.DOWNGRADE, How.BESIDE, at);
        }
      }
    }

    private void add(Revision revision, Section section, How how, Instant at) {
      String text = section.text(revision);
      String hash = Hashes.of(text);
      texts.put(hash, text);
      seen.add(new Sighting(revision.id(), section, how, at, who, hash));
    }
  }
}
