package dev.retort.engine.author;

import dev.retort.engine.Drift;
import dev.retort.engine.Project;
import dev.retort.engine.Shadows;
import dev.retort.execute.Cancellation;
import dev.retort.execute.failure.RunCancelledException;
import dev.retort.execute.failure.RunFailedException;
import dev.retort.graph.RevisionGraph;
import dev.retort.problem.RetortException;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.schema.EnumType;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Snapshot;
import dev.retort.schema.diff.SchemaDiff;
import dev.retort.shadow.ObjectChange;
import dev.retort.shadow.RoundTrip;
import dev.retort.shadow.ShadowException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns drift into a revision: what a database has and its revisions do not make becomes the
 * upgrade of one on top of them. What is proposed has been run on a shadow, up and down.
 */
public final class Takeover {
  private final Project project;
  private final Shadows shadows;
  private final InstantSource clock;

  /**
   * Takeovers into a project.
   *
   * @param shadows what the drift was found with
   */
  public Takeover(Project project, Shadows shadows, InstantSource clock) {
    this.project = project;
    this.shadows = shadows;
    this.clock = clock;
  }

  /**
   * A revision for some drift, and the proof of it. Nothing is written.
   *
   * @param message what it does, in a few words
   * @throws AuthoringException if revisions are pending, or if it cannot be proved, with what came
   *     out instead
   */
  public DriftRevision propose(Drift drift, String message, Cancellation cancellation) {
    requireNothingPending(drift, "Upgrade it first, then see what still differs.");
    try {
      return proved(drift, drafts(drift, message), cancellation);
    } catch (RunFailedException | ShadowException e) {
      throw failed(e);
    }
  }

  /**
   * A revision for the drift belongs on top of all others, and only a database that has these shows
   * what is to be in it.
   *
   * @param hint what to do first
   * @throws AuthoringException if revisions are pending on what the database has
   */
  public void requireNothingPending(Drift drift, String hint) {
    RevisionGraph graph = project.sound().graph();
    Set<RevisionId> pending = new LinkedHashSet<>();
    if (drift.heads().isEmpty()) {
      graph.revisions().forEach(revision -> pending.add(revision.id()));
    } else {
      pending.addAll(graph.descendants(drift.heads(), false));
      drift.heads().forEach(pending::remove);
    }
    if (!pending.isEmpty()) {
      List<String> at = drift.heads().stream().map(RevisionId::value).toList();
      throw new AuthoringException(
          "pending-revisions",
          "No revision was written: the database is at "
              + (at.isEmpty() ? "base" : String.join(", ", at))
              + ", and "
              + (pending.size() == 1
                  ? "1 revision is pending there."
                  : pending.size() + " revisions are pending there.")
              + " One that takes over what was changed by hand comes after them.",
          hint,
          Map.of("at", at, "pending", pending.stream().map(RevisionId::value).toList()));
    }
  }

  /** A part of the way, which takes a revision of its own. */
  private record Leg(Snapshot from, Snapshot to, String words) {}

  /**
   * From what is expected to what was found, by way of the values that enums gain, and of those
   * that they lose, where these are used: a value can be used only when what adds it is committed,
   * on the way there and on the way back.
   */
  private static List<Leg> way(Drift drift) {
    Snapshot from = drift.expected();
    Snapshot to = drift.found();
    List<Leg> way = new ArrayList<>();
    if (!new ProposedSql(SchemaDiff.between(from, to)).inOneTransaction()) {
      Snapshot more = withValues(from, to);
      way.add(new Leg(from, more, ", enum values"));
      from = more;
    }
    if (new ProposedSql(SchemaDiff.between(to, from)).inOneTransaction()) {
      way.add(new Leg(from, to, ""));
    } else {
      Snapshot more = withValues(to, from);
      way.add(new Leg(from, more, ""));
      way.add(new Leg(more, to, ", enum values that go"));
    }
    return way;
  }

  /** Writes what was proposed: all of it, or nothing. */
  public List<Authored> write(DriftRevision proposed) {
    return new Authoring(project, clock).write(proposed.drafts());
  }

  private List<Prepared> drafts(Drift drift, String message) {
    List<Prepared> drafts = new ArrayList<>();
    Project sofar = project;
    List<String> heads =
        drift.heads().isEmpty()
            ? List.of("base")
            : drift.heads().stream().map(RevisionId::value).toList();
    for (Leg leg : way(drift)) {
      RevisionRequest request =
          new RevisionRequest(
              message + leg.words(),
              heads,
              false,
              List.of(),
              List.of(),
              Optional.empty(),
              drafts.stream().map(Prepared::folder).findFirst());
      Prepared draft =
          new Authoring(sofar, clock)
              .draft(
                  request,
                  ProposedSql.section(leg.from(), leg.to()),
                  ProposedSql.section(leg.to(), leg.from()));
      drafts.add(draft);
      sofar = with(sofar, draft.revision());
      heads = List.of(draft.revision().id().value());
    }
    return drafts;
  }

  private static Project with(Project project, Revision more) {
    List<Revision> all = new ArrayList<>(project.graph().loaded());
    all.add(more);
    return project.with(all);
  }

  private DriftRevision proved(Drift drift, List<Prepared> drafts, Cancellation cancellation) {
    Project imagined = project;
    Set<RevisionId> ids = new LinkedHashSet<>();
    for (Prepared draft : drafts) {
      imagined = with(imagined, draft.revision());
      ids.add(draft.revision().id());
    }
    Shadows there = shadows.imagining(imagined);
    List<String> remarks = new ArrayList<>();
    Snapshot reached = there.at(List.of(drafts.getLast().revision().id()), cancellation);
    List<ObjectChange> left = Shadows.changes(drift.found(), reached);
    if (!left.isEmpty()) {
      SchemaDiff diff = SchemaDiff.between(drift.found(), reached);
      if (!diff.onlyColumnOrder()) {
        throw refused("With it applied, the schema still is not the database's", left);
      }
      diff.changes().forEach(c -> remarks.add(ProposedSql.notReordered(c.id().toString())));
    }
    for (RoundTrip trip : there.verify(ids, done -> {}, cancellation)) {
      check(trip, remarks);
    }
    return new DriftRevision(drafts, remarks);
  }

  private static void check(RoundTrip trip, List<String> remarks) {
    switch (trip.verdict()) {
      case EXACT, NONE, MISSING -> {}
      case COLUMN_ORDER ->
          remarks.add("The way back leads to the same schema, but for the order of columns.");
      case DIFFERS -> {
        Set<ObjectChange> left = new LinkedHashSet<>(trip.back());
        left.addAll(trip.again());
        throw refused("Its way back does not lead back", new ArrayList<>(left));
      }
      case UP_AGAIN_FAILS ->
          throw refused(
              "After its way back it does not run again. " + why(trip) + " Not as it was before",
              trip.back());
      case DOWN_FAILS, UP_FAILS, NOT_REACHED ->
          throw refused("Its way back does not run: " + why(trip), List.of());
    }
    trip.rows()
        .flatMap(RoundTrip.Rows::failure)
        .ifPresent(failure -> remarks.add("With sample rows: " + failure.message()));
  }

  private static String why(RoundTrip trip) {
    return trip.failure()
        .map(RoundTrip.Failure::message)
        .or(trip::reason)
        .orElse(trip.verdict().word());
  }

  /** A schema with the values that the enums of another have more. */
  private static Snapshot withValues(Snapshot schema, Snapshot other) {
    List<SchemaObject> objects = new ArrayList<>();
    for (SchemaObject object : schema.objects()) {
      objects.add(
          object instanceof EnumType was
                  && other.find(was.id()).orElse(null) instanceof EnumType now
                  && kept(now.labels(), was.labels()).equals(was.labels())
              ? new EnumType(was.id(), was.traits(), now.labels())
              : object);
    }
    return new Snapshot(schema.serverVersion(), objects, schema.dependencies(), schema.omissions());
  }

  private static List<String> kept(List<String> labels, List<String> of) {
    Set<String> wanted = new HashSet<>(of);
    return labels.stream().filter(wanted::contains).toList();
  }

  /** That a server has gone, or that somebody had enough, says nothing of the revision. */
  private static RetortException failed(RetortException e) {
    return e.kind() == RetortException.Kind.CONNECTION || e instanceof RunCancelledException
        ? e
        : refused("Its upgrade does not run: " + e.message(), List.of());
  }

  private static AuthoringException refused(String what, List<ObjectChange> left) {
    List<String> objects = left.stream().map(ObjectChange::display).toList();
    return AuthoringException.refused(
        "drift-not-proved",
        "No revision was written, since the one that was made of the drift failed its proof on a"
            + " shadow. "
            + what
            + (objects.isEmpty() ? "" : ": " + String.join(", ", objects) + "."),
        "See the statements with 'retort drift --sql', and write the revision by hand: retort"
            + " revision.",
        Map.of("objects", objects));
  }
}
