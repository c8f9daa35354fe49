package dev.retort.cli.shadow;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.Reading;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.schema.DiffText;
import dev.retort.cli.term.Ink;
import dev.retort.cli.term.Output;
import dev.retort.engine.Connection;
import dev.retort.engine.Identification;
import dev.retort.engine.Identification.Candidate;
import dev.retort.engine.Project;
import dev.retort.engine.Shadows;
import dev.retort.execute.Cancellation;
import dev.retort.execute.failure.VersionTableException;
import dev.retort.execute.state.VersionRows;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.schema.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code retort identify}. */
public final class IdentifyCommand extends RetortCommand {
  private int limit = 3;

  /** The command of a call. */
  public IdentifyCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected void declare(Arguments arguments) {
    arguments.about("Find the revisions that the database looks like, whatever its table says.");
    arguments.option(
        "-n, --limit",
        "N",
        Reading.COUNT,
        "How many to show; exact ones are all shown. 3 if left out.",
        count -> limit = count);
  }

  @Override
  protected int run(Output output) {
    Project project = invocation().soundProject(output);
    Connection connection = invocation().connect(project, output);
    Shadows shadows = invocation().shadows(project, connection);
    Optional<List<RevisionId>> rows = rows(connection);
    Identification found = identify(shadows, connection, rows, invocation().interruptible());
    found.remark().ifPresent(output::warning);
    long exact = found.candidates().stream().filter(Candidate::exact).count();
    List<Candidate> shown = found.candidates().stream().limit(exact > 0 ? exact : limit).toList();
    if (output.wantsJson()) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("profile", connection.profile().name());
      map.put("database", connection.address());
      map.put("exact", exact > 0);
      found.remark().ifPresent(remark -> map.put("remark", remark));
      map.put("candidates", shown.stream().map(IdentifyCommand::map).toList());
      output.json(map);
    } else {
      shown.forEach(candidate -> print(candidate, project, output));
      if (isThere(shown, rows)) {
        output.remark("The version table says so, too: there is nothing to stamp.");
      } else if (!shown.isEmpty()) {
        output.remark(then(exact) + invocation().next(stamp(shown.getFirst())));
      }
    }
    return exact > 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  /** Whether one of the exact positions is what the version table has already. */
  private static boolean isThere(List<Candidate> shown, Optional<List<RevisionId>> rows) {
    return rows.isPresent()
        && shown.stream()
            .anyMatch(one -> one.exact() && Set.copyOf(one.heads()).equals(Set.copyOf(rows.get())));
  }

  private static String then(long exact) {
    if (exact == 0) {
      return "Once that is put right: ";
    }
    return exact == 1 ? "To note that: " : "To note the first of them: ";
  }

  /** What the table says is tried first; it may be missing, or be no version table at all. */
  private static Identification identify(
      Shadows shadows,
      Connection connection,
      Optional<List<RevisionId>> rows,
      Cancellation cancellation) {
    Snapshot schema = connection.schema();
    return rows.isPresent()
        ? shadows.identify(schema, rows.get(), cancellation)
        : shadows.identify(schema, cancellation);
  }

  private static Optional<List<RevisionId>> rows(Connection connection) {
    try {
      VersionRows versions = connection.state().versions();
      return versions.exists() ? Optional.of(versions.heads()) : Optional.empty();
    } catch (VersionTableException e) {
      return Optional.empty();
    }
  }

  private static void print(Candidate candidate, Project project, Output output) {
    String message =
        candidate.heads().size() == 1
            ? project.graph().find(candidate.heads().getFirst()).map(Revision::message).orElse("")
            : "";
    int count = candidate.changes().size();
    String verdict =
        candidate.exact() ? "exact" : count + (count == 1 ? " object differs" : " objects differ");
    output.line(
        output.style().of(Ink.REVISION, candidate.words())
            + "  "
            + output.style().of(candidate.exact() ? Ink.GOOD : Ink.WARNING, verdict)
            + (message.isEmpty() ? "" : "  " + message));
    DiffText.ofDrift(candidate.expected(), candidate.found()).print("  ", DiffText::drift, output);
  }

  private static String stamp(Candidate candidate) {
    return "stamp --purge "
        + (candidate.heads().isEmpty()
            ? "base"
            : candidate.heads().stream().map(RevisionId::value).collect(Collectors.joining(" ")));
  }

  private static Map<String, Object> map(Candidate candidate) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("heads", candidate.heads().stream().map(RevisionId::value).toList());
    map.put("exact", candidate.exact());
    map.put("distance", candidate.distance());
    map.put("changes", DiffText.ofDrift(candidate.expected(), candidate.found()).maps());
    map.put("stamp", "retort " + stamp(candidate));
    return map;
  }
}
