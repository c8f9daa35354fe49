package dev.retort.cli.shadow;

import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.term.Output;
import dev.retort.engine.Project;
import dev.retort.engine.Shadows;
import dev.retort.graph.listing.History;
import dev.retort.revision.RevisionId;
import dev.retort.shadow.RoundTrip;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code retort verify}. */
@Command(
    name = "verify",
    description = "Take each revision up, down and up again on a shadow: does it lead back?")
public final class VerifyCommand extends RetortCommand {

  @Parameters(
      arity = "0..1",
      paramLabel = "RANGE",
      description = "A revision, or FROM:TO; either side may be empty. All if left out.")
  private @Nullable String range;

  /** The command of a call. */
  public VerifyCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected int run(Output output) {
    Project project = invocation().soundProject(output);
    Shadows shadows = invocation().shadows(project);
    Set<RevisionId> wanted = wanted(project, shadows);
    RoundTripText text = new RoundTripText(output, project.graph());
    List<RoundTrip> trips =
        shadows.verify(
            wanted,
            trip -> {
              if (!output.wantsJson()) {
                text.print(trip);
              }
            },
            invocation().interruptible());
    long bad = trips.stream().filter(trip -> trip.verdict().bad()).count();
    if (output.wantsJson()) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("server_version", shadows.majorVersion());
      map.put("ok", bad == 0);
      map.put("revisions", trips.stream().map(RoundTripText::map).toList());
      output.json(map);
    } else {
      output.remark(summary(trips.size(), bad, shadows.majorVersion()));
    }
    return bad == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  private Set<RevisionId> wanted(Project project, Shadows shadows) {
    if (range == null) {
      return Set.of();
    }
    return new LinkedHashSet<>(
        range.contains(":")
            ? new History(project.graph()).range(range, List.of())
            : shadows.heads(range));
  }

  private static String summary(int count, long bad, int version) {
    String revisions = count == 1 ? "1 revision" : count + " revisions";
    return bad == 0
        ? revisions + " tried on PostgreSQL " + version + "; none fails to lead back."
        : bad
            + " of "
            + revisions
            + " tried on PostgreSQL "
            + version
            + " "
            + (bad == 1 ? "does" : "do")
            + " not lead back.";
  }
}
