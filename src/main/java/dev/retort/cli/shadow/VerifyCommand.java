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
import java.util.ArrayList;
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
      output.remark(summary(trips, shadows.majorVersion()));
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

  private static String summary(List<RoundTrip> trips, int version) {
    long unreached = count(trips, RoundTrip.Verdict.NOT_REACHED);
    long count = trips.size() - unreached;
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
        + failures(trips, unreached)
        + "."
        + oneWay;
  }

  /** A revision that does not even go up says nothing of its way back. */
  private static String failures(List<RoundTrip> trips, long unreached) {
    long up = count(trips, RoundTrip.Verdict.UP_FAILS);
    long back = trips.stream().filter(trip -> trip.verdict().bad()).count() - up - unreached;
    List<String> parts = new ArrayList<>();
    if (back > 0 || up == 0) {
      parts.add(
          (back == 0 ? "none fails" : back == 1 ? "1 fails" : back + " fail") + " to lead back");
    }
    if (up > 0) {
      parts.add(up + (up == 1 ? " does" : " do") + " not go up");
    }
    if (unreached > 0) {
      parts.add(unreached + (unreached == 1 ? " above it was" : " above it were") + " not reached");
    }
    return String.join(", ", parts);
  }

  private static long count(List<RoundTrip> trips, RoundTrip.Verdict verdict) {
    return trips.stream().filter(trip -> trip.verdict() == verdict).count();
  }
}
