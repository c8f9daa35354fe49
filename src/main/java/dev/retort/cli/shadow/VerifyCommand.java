package dev.retort.cli.shadow;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.Reading;
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

/** {@code retort verify}. */
public final class VerifyCommand extends RetortCommand {
  private @Nullable String range;

  /** The command of a call. */
  public VerifyCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected void declare(Arguments arguments) {
    arguments.about("Take each revision up, down and up again on a shadow: does it lead back?");
    arguments.optionalParameter(
        "RANGE",
        Reading.TEXT,
        "A revision, or FROM:TO; either side may be empty. All if left out.",
        word -> range = word);
  }

  @Override
  protected int run(Output output) {
    Project project = invocation().soundProject(output);
    Shadows shadows = invocation().shadows(project, output);
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
      output.remark(summary(trips, bad, shadows.majorVersion()));
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

  private static String summary(List<RoundTrip> trips, long bad, int version) {
    int count = trips.size();
    long declared = count(trips, RoundTrip.Verdict.NONE);
    long silent = count(trips, RoundTrip.Verdict.MISSING);
    String oneWay =
        declared + silent == 0
            ? ""
            : " "
                + (declared + silent)
                + ((declared + silent) == 1 ? " has" : " have")
                + " no way back"
                + (silent == 0 ? ", as declared." : ", " + silent + " of them without saying so.");
    return (count == 1 ? "1 revision" : count + " revisions")
        + " tried on PostgreSQL "
        + version
        + "; "
        + (bad == 0 ? "none fails" : bad + (bad == 1 ? " fails" : " fail"))
        + " to lead back."
        + oneWay;
  }

  private static long count(List<RoundTrip> trips, RoundTrip.Verdict verdict) {
    return trips.stream().filter(trip -> trip.verdict() == verdict).count();
  }
}
