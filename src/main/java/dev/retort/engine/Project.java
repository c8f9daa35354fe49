package dev.retort.engine;

import dev.retort.graph.RevisionGraph;
import dev.retort.problem.Problem;
import dev.retort.problem.Problem.Severity;
import dev.retort.profile.project.ProjectConfig;
import dev.retort.profile.project.ProjectLoader;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.RevisionSet;
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
  private final RevisionGraph graph;
  private final List<Problem> problems;

  private Project(ProjectConfig config, RevisionGraph graph, List<Problem> problems) {
    this.config = config;
    this.graph = graph;
    this.problems = List.copyOf(problems);
  }

  /**
   * Reads the revisions that a configuration leads to. Fails at nothing: see {@link #problems()}.
   */
  static Project read(ProjectConfig config) {
    RevisionSet files = RevisionReader.read(config.migrations().locations());
    RevisionGraph graph = RevisionGraph.of(files.revisions());
    List<Problem> problems = new ArrayList<>(config.problems());
    problems.addAll(files.problems());
    addNew(graph.problems(), problems);
    problems.addAll(PythonRevisions.warnings(config));
    return new Project(config, graph, problems);
  }

  /** What the files already said of themselves need not be said again by the graph. */
  private static void addNew(List<Problem> found, List<Problem> known) {
    Set<List<Object>> said = new HashSet<>();
    known.forEach(problem -> said.add(List.of(problem.code(), problem.file())));
    found.stream()
        .filter(problem -> !said.contains(List.<Object>of(problem.code(), problem.file())))
        .map(HeaderPlaces::located)
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
   * This, if nothing is wrong with it.
   *
   * @throws BrokenProjectException with all errors, if there is one
   */
  public Project sound() {
    List<Problem> errors = errors();
    if (!errors.isEmpty()) {
      throw new BrokenProjectException(root(), errors);
    }
    return this;
  }

  /** The file of a revision; absent if there is no such revision. */
  public Optional<Path> file(RevisionId id) {
    return graph.find(id).flatMap(Revision::file);
  }
}
