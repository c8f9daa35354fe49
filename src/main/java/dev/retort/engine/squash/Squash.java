package dev.retort.engine.squash;

import dev.retort.engine.Project;
import dev.retort.engine.Shadows;
import dev.retort.engine.author.ProposedSql;
import dev.retort.execute.Cancellation;
import dev.retort.plan.PlannedStatement;
import dev.retort.plan.Planner;
import dev.retort.plan.Step;
import dev.retort.profile.project.ProjectConfig;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.WayBack;
import dev.retort.revision.writing.NewRevision;
import dev.retort.schema.Snapshot;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes one revision of many: their statements verbatim, one after another, or the statements that
 * lead from the schema before them to the one after. It keeps the id of the last, so that databases
 * that have them all stay where they are.
 */
public final class Squash {
  private static final Set<String> ROWS =
      Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE", "COPY", "DO", "SELECT", "CALL");

  private final Project project;
  private final Shadows shadows;
  private final InstantSource clock;

  /**
   * Squashes in a project as it was read.
   *
   * @param shadows of that project
   */
  public Squash(Project project, Shadows shadows, InstantSource clock) {
    this.project = project;
    this.shadows = shadows;
    this.clock = clock;
  }

  /**
   * What is asked for.
   *
   * @param range {@code A:B}, both included
   * @param message what the one does; absent for one that names the range
   * @param schemaOnly whether it is to be the statements that lead to the schema, and nothing of
   *     what the revisions do to rows
   * @param oneWay why it is to have no way back, if it is to have none
   */
  public record Request(
      String range, Optional<String> message, boolean schemaOnly, Optional<String> oneWay) {}

  /**
   * Makes the one, and proves on a shadow that it leads to the same schema, and back. Writes
   * nothing.
   *
   * @throws SquashException if they cannot be one, or that is not proved
   * @throws dev.retort.graph.target.TargetException if the range is none
   */
  public Squashed prove(Request request, Cancellation cancellation) {
    requireSql();
    Range range = Range.of(project.sound().graph(), request.range());
    List<String> remarks = new ArrayList<>();
    Snapshot meant = shadows.at(List.of(range.last().id()), cancellation);
    Revision one =
        request.schemaOnly()
            ? bySchema(range, request, meant, remarks, cancellation)
            : verbatim(range, request);
    Proof proof = new Proof(range, one, shadows, cancellation);
    return proof.of(imagined(range, one), meant, remarks);
  }

  private void requireSql() {
    if (project.config().kind() == ProjectConfig.Kind.ALEMBIC) {
      throw SquashException.input(
          "python-project",
          "The project in " + project.root() + " is one of Alembic's, with revisions in Python.",
          "Squash them with Alembic's means.",
          project.root());
    }
  }

  private Revision verbatim(Range range, Request request) {
    Combined combined = new Combined(range.revisions());
    return revision(
        range,
        request,
        combined.upgrade(),
        request.oneWay().isPresent() ? new WayBack.Missing() : combined.wayBack(),
        combined.verify());
  }

  private Revision bySchema(
      Range range,
      Request request,
      Snapshot after,
      List<String> remarks,
      Cancellation cancellation) {
    Set<RevisionId> below =
        new LinkedHashSet<>(project.graph().ancestors(List.of(range.last().id()), true));
    range.ids().forEach(below::remove);
    Snapshot before = shadows.at(new ArrayList<>(below), cancellation);
    leftOut(range).ifPresent(remarks::add);
    return revision(
        range,
        request,
        ProposedSql.section(before, after),
        new WayBack.Downgrade(ProposedSql.section(after, before)),
        Optional.empty());
  }

  /** Revisions whose statements may have changed rows. */
  private Optional<String> leftOut(Range range) {
    Set<RevisionId> within = new HashSet<>(range.ids());
    List<String> words = new ArrayList<>();
    for (Step step :
        new Planner(project.graph())
            .upgrade(List.of(), List.of(range.last().id().value()))
            .steps()) {
      Set<String> kinds = new TreeSet<>();
      step.statements().stream()
          .filter(statement -> statement.purpose() == PlannedStatement.Purpose.MIGRATE)
          .map(PlannedStatement::kind)
          .filter(ROWS::contains)
          .forEach(kinds::add);
      if (within.contains(step.revision().orElseThrow()) && !kinds.isEmpty()) {
        words.add(step.revision().get() + " (" + String.join(", ", kinds) + ")");
      }
    }
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Left out is what these revisions may do to rows: " + String.join(", ", words) + ".");
  }

  private Revision revision(
      Range range, Request request, Script up, WayBack back, Optional<Script> verify) {
    Revision last = range.last();
    String message =
        request
            .message()
            .filter(words -> !words.isBlank())
            .orElseGet(() -> "squash " + range.revisions().getFirst().id() + " to " + last.id());
    NewRevision fresh =
        new NewRevision(
            last.id(),
            message,
            range.downRevisions(),
            range.branchLabels(),
            range.dependsOn(),
            clock.instant().atZone(ZoneId.systemDefault()));
    Revision made =
        fresh.with(up, request.oneWay().<WayBack>map(WayBack.Irreversible::new).orElse(back));
    return new Revision(
        made.id(),
        made.downRevisions(),
        made.branchLabels(),
        made.dependsOn(),
        made.message(),
        last.createDate().or(made::createDate),
        made.upgrade(),
        made.wayBack(),
        verify,
        Optional.empty());
  }

  /** The project with the one in the place of the last of them. */
  private Project imagined(Range range, Revision one) {
    Set<RevisionId> within = new HashSet<>(range.ids());
    List<Revision> all = new ArrayList<>();
    for (Revision revision : project.graph().loaded()) {
      if (revision.id().equals(one.id())) {
        all.add(one);
      } else if (!within.contains(revision.id())) {
        all.add(revision);
      }
    }
    Project imagined = project.with(all);
    if (!imagined.errors().isEmpty()) {
      throw SquashException.broken(imagined.errors());
    }
    return imagined;
  }

  /** Refuses if a database is in the midst of what would be one. */
  public static void requireNotWithin(
      Squashed squashed, String database, Set<RevisionId> applied, String hint) {
    if (squashed.within(applied)) {
      List<String> some =
          squashed.ids().stream().filter(applied::contains).map(RevisionId::value).toList();
      throw SquashException.refused(
          "within-range",
          database
              + " has "
              + String.join(", ", some)
              + " applied and not "
              + squashed.revision().id()
              + ": it would be in the midst of the one revision. Nothing was changed.",
          hint,
          Map.of("database", database, "revisions", some));
    }
  }

  /**
   * Refuses if the files are no longer what was proved.
   *
   * @param now the project as it is
   */
  public static void requireAsProved(Squashed squashed, Project now) {
    List<String> other =
        squashed.replaced().stream()
            .filter(was -> !now.graph().find(was.id()).equals(Optional.of(was)))
            .map(was -> was.id().value())
            .toList();
    if (!other.isEmpty()) {
      throw SquashException.refused(
          "files-changed",
          "Since it was proved the files have changed, of "
              + String.join(", ", other)
              + ". Nothing was written.",
          "Prove it again.",
          Map.of("revisions", other));
    }
  }

  /** Files that no history has are not deleted without a word. */
  public static SquashException uncommitted(List<String> files) {
    return SquashException.refused(
        "uncommitted",
        "Nothing was changed: the old files are to be deleted, and "
            + String.join(", ", files)
            + (files.size() == 1 ? " is" : " are")
            + " not committed as it stands.",
        "Commit first, keep them in another folder with --keep DIR, or say --yes.",
        Map.of("files", files));
  }
}
