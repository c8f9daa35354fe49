package dev.retort.engine.author;

import dev.retort.engine.Project;
import dev.retort.graph.RevisionGraph;
import dev.retort.graph.target.TargetException;
import dev.retort.problem.Problem;
import dev.retort.profile.project.ProjectConfig;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.WayBack;
import dev.retort.revision.writing.FileNameTemplate;
import dev.retort.revision.writing.IdScheme;
import dev.retort.revision.writing.NewRevision;
import dev.retort.revision.writing.RevisionText;
import dev.retort.revision.writing.RevisionWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes new revisions of a project, by the rules of Alembic's {@code revision} and {@code merge}
 * ({@code ScriptDirectory.generate_revision}).
 */
public final class Authoring {
  private final Project project;
  private final InstantSource clock;

  /** Authoring for a project as it was read. */
  public Authoring(Project project, InstantSource clock) {
    this.project = project;
    this.clock = clock;
  }

  /**
   * Writes a new revision with empty sections.
   *
   * @throws AuthoringException if it cannot be as asked
   * @throws TargetException if a head or a dependency cannot be found
   * @throws dev.retort.engine.BrokenProjectException if the project has errors
   * @throws dev.retort.revision.writing.RevisionFileException if the file cannot be written
   */
  public Authored revision(RevisionRequest request) {
    return revision(request, NewRevision::empty);
  }

  /** As {@link #revision(RevisionRequest)}, with SQL that is known already. */
  public Authored revision(RevisionRequest request, String upgrade, String downgrade) {
    return revision(
        request,
        revision -> revision.with(Script.of(upgrade), new WayBack.Downgrade(Script.of(downgrade))));
  }

  private Authored revision(RevisionRequest request, Function<NewRevision, Revision> contents) {
    return write(draft(request, contents));
  }

  /**
   * What {@link #revision(RevisionRequest)} would write; writes nothing. An id that is made up here
   * is written as well if it is put into the request.
   *
   * @throws AuthoringException as when it is written
   */
  public Draft draft(RevisionRequest request) {
    Prepared made = draft(request, NewRevision::empty);
    return new Draft(
        made.revision().id(),
        made.revision().message(),
        made.revision().downRevisions(),
        made.folder().resolve(name(made)),
        RevisionText.of(made.revision()));
  }

  /** What {@link #merge} would write; writes nothing. */
  public Draft draftMerge(RevisionRequest request) {
    return draft(asMerge(request));
  }

  /** The revision that would be written, with SQL that is known already. */
  Prepared draft(RevisionRequest request, Script upgrade, Script downgrade) {
    return draft(request, revision -> revision.with(upgrade, new WayBack.Downgrade(downgrade)));
  }

  private Prepared draft(RevisionRequest request, Function<NewRevision, Revision> contents) {
    requireSql();
    RevisionGraph graph = project.sound().graph();
    Names names = new Names(graph);
    List<RevisionId> parents = names.parents(request.heads());
    if (!request.splice()) {
      parents.forEach(parent -> requireHead(graph, parent));
    }
    ZonedDateTime now = clock.instant().atZone(ZoneId.systemDefault());
    RevisionId id = request.id().map(names::free).orElseGet(() -> nextId(now));
    request.branchLabels().forEach(label -> names.requireFreeLabel(label, id));
    NewRevision revision =
        new NewRevision(
            id,
            request.message(),
            parents,
            request.branchLabels(),
            names.dependencies(request.dependsOn()),
            now);
    return new Prepared(
        contents.apply(revision),
        revision.created(),
        new Locations(project).choose(request.folder(), parents));
  }

  /** Writes several, each on those before it: all of them, or none. */
  List<Authored> write(List<Prepared> drafts) {
    List<Authored> written = new ArrayList<>();
    boolean whole = false;
    try {
      Authoring next = this;
      for (Prepared draft : drafts) {
        Authored authored = next.write(draft);
        written.add(authored);
        next = new Authoring(authored.project(), clock);
      }
      whole = true;
      return written;
    } finally {
      if (!whole) {
        written.forEach(authored -> remove(authored.file()));
      }
    }
  }

  /** Writes a revision that merges several. An empty message becomes one that names them. */
  public Authored merge(RevisionRequest request) {
    return revision(asMerge(request));
  }

  private RevisionRequest asMerge(RevisionRequest request) {
    RevisionGraph graph = project.sound().graph();
    List<RevisionId> parents = new Names(graph).parents(request.heads());
    if (parents.size() < 2) {
      throw new AuthoringException(
          "nothing-to-merge",
          "A merge needs at least two revisions, and '"
              + String.join(" ", request.heads())
              + "' stands for "
              + (parents.isEmpty() ? "none." : "one."),
          "There is something to merge where 'retort heads' lists several.");
    }
    String words =
        parents.stream().map(RevisionId::value).collect(Collectors.joining(" and ", "merge ", ""));
    return new RevisionRequest(
        request.message().isBlank() ? words : request.message(),
        request.heads(),
        request.splice(),
        request.branchLabels(),
        request.dependsOn(),
        request.id(),
        request.folder());
  }

  private void requireSql() {
    if (project.config().kind() == ProjectConfig.Kind.ALEMBIC) {
      throw new AuthoringException(
          "python-project",
          "The project in " + project.root() + " is one of Alembic's, with revisions in Python.",
          "Add revisions to it with Alembic itself.");
    }
  }

  private static void requireHead(RevisionGraph graph, RevisionId parent) {
    if (!graph.children(parent).isEmpty()) {
      throw new AuthoringException(
          "not-a-head",
          "Revision "
              + parent
              + " is not a head revision; please specify --splice to create a new branch from this"
              + " revision.",
          "",
          Map.of("revision", parent.value()));
    }
  }

  private RevisionId nextId(ZonedDateTime now) {
    Set<RevisionId> existing = new LinkedHashSet<>();
    project.graph().loaded().forEach(revision -> existing.add(revision.id()));
    IdScheme scheme =
        switch (project.config().migrations().revisionIds()) {
          case SEQUENTIAL -> IdScheme.SEQUENTIAL;
          case HEX -> IdScheme.HEX;
        };
    return scheme.next(existing, now);
  }

  private FileNameTemplate template() {
    return new FileNameTemplate(project.config().migrations().fileName());
  }

  private String name(Prepared made) {
    return template().nameOf(made.revision().id(), made.revision().message(), made.created());
  }

  private Authored write(Prepared made) {
    Revision revision = made.revision();
    Path folder = made.folder();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path file = RevisionWriter.write(folder, template(), revision, made.created());
    Project after = project.reload();
    List<Problem> broken = new ArrayList<>(after.errors());
    broken.removeAll(new HashSet<>(project.errors()));
    boolean found =
        after.graph().find(revision.id()).flatMap(Revision::file).filter(file::equals).isPresent();
    if (broken.isEmpty() && found) {
      return new Authored(revision.id(), file, after);
    }
    remove(file);
    if (broken.isEmpty()) {
      throw new AuthoringException(
          "not-found-again",
          "The project does not find the new revision in " + file + ", so it was taken back.",
          "Look at 'locations' and 'file-name' in the project's configuration.");
    }
    throw AuthoringException.takenBack(broken);
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
