package dev.retort.engine;

import dev.retort.graph.RevisionGraph;
import dev.retort.plan.NeedsAutocommitException;
import dev.retort.problem.Problem;
import dev.retort.problem.Problem.Severity;
import dev.retort.profile.project.ProjectConfig;
import dev.retort.profile.project.ProjectLoader;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.RevisionSet;
import dev.retort.revision.format.TextFile;
import dev.retort.revision.reading.HeaderCache;
import dev.retort.revision.reading.RevisionReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A project as it was when it was read: configuration, revisions, graph, and everything wrong with
 * them. Immutable; {@link #reload()} gives a newer one.
 */
public final class Project {
  private final ProjectConfig config;

  /** Whether the revisions' SQL was read as well. */
  private final boolean whole;

  private final RevisionGraph graph;
  private final List<Problem> problems;

  private Project(
      ProjectConfig config, boolean whole, RevisionGraph graph, List<Problem> problems) {
    this.config = config;
    this.whole = whole;
    this.graph = graph;
    this.problems = List.copyOf(problems);
  }

  /**
   * Reads the revisions that a configuration leads to. Fails at nothing: see {@link #problems()}.
   */
  static Project read(ProjectConfig config) {
    return of(config, true, RevisionReader.read(config.migrations().locations()));
  }

  /**
   * Reads how the revisions hang together, and nothing of their SQL: enough to list them and to say
   * where a database is among them, in a fraction of the time. Where something is wrong with that
   * much already, everything is read, so that everything is reported.
   */
  static Project readHeaders(ProjectConfig config, HeaderCache cache) {
    Project headers =
        of(config, false, RevisionReader.readHeaders(config.migrations().locations(), cache));
    return headers.errors().isEmpty() ? headers : read(config);
  }

  private static Project of(ProjectConfig config, boolean whole, RevisionSet files) {
    RevisionGraph graph = RevisionGraph.of(files.revisions());
    List<Problem> problems = new ArrayList<>(config.problems());
    problems.addAll(files.problems());
    addNew(graph.problems(), problems, Optional.empty());
    problems.addAll(PythonRevisions.errors(config));
    return new Project(config, whole, graph, problems);
  }

  /**
   * What would be wrong if one file had another text, as if it were saved: with the file itself,
   * its SQL, and the headers and the graph of all others. What a run would refuse for the text
   * alone is in it.
   */
  public List<Problem> problemsWith(TextFile edited) {
    RevisionSet files = RevisionReader.readWith(edited, config.migrations().locations());
    RevisionGraph tried = RevisionGraph.of(files.revisions());
    List<Problem> found = new ArrayList<>(files.problems());
    addNew(tried.problems(), found, Optional.of(edited));
    files.revisions().stream()
        .filter(revision -> revision.file().filter(edited::isAt).isPresent())
        .map(NeedsAutocommitException::problems)
        .forEach(found::addAll);
    return found;
  }

  /** What the files already said of themselves need not be said again by the graph. */
  private static void addNew(List<Problem> found, List<Problem> known, Optional<TextFile> edited) {
    Set<List<Object>> said = new HashSet<>();
    known.forEach(problem -> said.add(List.of(problem.code(), problem.file())));
    found.stream()
        .filter(problem -> !said.contains(List.<Object>of(problem.code(), problem.file())))
        .map(problem -> HeaderPlaces.located(problem, edited))
        .forEach(known::add);
  }

  /** Reads everything again, the configuration included. */
  public Project reload() {
    return read(ProjectLoader.in(config.file().orElse(config.root())));
  }

  /** What the project's configuration says, defaults filled in. */
  public ProjectConfig config() {
    return config;
  }

  /** The project's folder, absolute. */
  public Path root() {
    return config.root();
  }

  /** What the project is called: its folder's name, or that of the folder above one called db. */
  public String name() {
    return name(root());
  }

  /** What a project in a folder is called, without reading it. */
  public static String name(Path folder) {
    Path above = folder.getParent();
    boolean database = folder.endsWith("db") && above != null && above.getFileName() != null;
    return String.valueOf(database && above != null ? above.getFileName() : folder.getFileName());
  }

  /** The revisions and how they hang together; of a broken project, what is sound of it. */
  public RevisionGraph graph() {
    return graph;
  }

  /** For how many characters a version table needs room: Alembic's, or that of the longest id. */
  public int roomForIds() {
    return graph().revisions().stream()
        .mapToInt(revision -> revision.id().length())
        .reduce(RevisionId.USUAL_ROOM, Math::max);
  }

  /** Everything wrong with configuration, files and graph: errors and warnings. */
  public List<Problem> problems() {
    return problems;
  }

  /** What keeps the project from being used; empty if it is sound. */
  public List<Problem> errors() {
    return of(Severity.ERROR);
  }

  /** What should be known but keeps nobody from anything. */
  public List<Problem> warnings() {
    return of(Severity.WARNING);
  }

  private List<Problem> of(Severity severity) {
    return problems.stream().filter(problem -> problem.severity() == severity).toList();
  }

  /**
   * This, if nothing is wrong with it, for whoever means to use its SQL.
   *
   * @throws BrokenProjectException with all errors, if there is one
   */
  public Project sound() {
    if (!whole) {
      throw new IllegalStateException("only the headers of this project were read");
    }
    return withoutErrors();
  }

  private Project withoutErrors() {
    List<Problem> errors = errors();
    if (!errors.isEmpty()) {
      throw new BrokenProjectException(root(), errors);
    }
    return this;
  }

  /**
   * This project as it would be with other revisions; no file is read or written.
   *
   * @param others in load order
   */
  public Project with(List<Revision> others) {
    RevisionGraph imagined = RevisionGraph.of(others);
    return new Project(config, whole, imagined, imagined.problems());
  }

  /** This project with everything read. */
  public Project whole() {
    return whole ? this : reload();
  }

  /** The file of a revision; absent if there is no such revision. */
  public Optional<Path> file(RevisionId id) {
    return graph.find(id).flatMap(Revision::file);
  }
}
