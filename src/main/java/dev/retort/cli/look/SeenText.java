package dev.retort.cli.look;

import dev.retort.cli.base.Invocation;
import dev.retort.cli.term.Ink;
import dev.retort.cli.term.Output;
import dev.retort.engine.Connection;
import dev.retort.engine.Seen;
import dev.retort.engine.seen.Changed;
import dev.retort.engine.seen.Sighting;
import dev.retort.plan.Command;
import dev.retort.plan.Plan;
import dev.retort.revision.RevisionId;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What changed in revision files since a database last saw them, in words and for JSON. */
public final class SeenText {
  private static final int MOST = 10;

  private SeenText() {}

  /** What can be found out; that it cannot be is no reason to show nothing else. */
  public static <K, V> Map<K, V> known(Supplier<Map<K, V>> question, Output output) {
    try {
      return question.get();
    } catch (UncheckedIOException e) {
      output.warning("What changed since cannot be told: " + e.getMessage());
      return Map.of();
    }
  }

  /** The steps of a plan whose SQL is another than the one the database last saw. */
  static void changed(Plan plan, Map<Integer, Changed> changed, Output output) {
    changed.forEach(
        (step, one) ->
            output.line(
                output.style().of(Ink.WARNING, "changed:")
                    + " "
                    + plan.steps().get(step).revision().map(String::valueOf).orElse("")
                    + " is no longer what this database last saw ("
                    + words(one.last())
                    + ")."));
  }

  /**
   * Where there is nothing to upgrade, somebody may have expected an edit to run: the applied
   * revisions whose files were edited since they ran. Whatever needs a run is not asked about.
   */
  public static Map<RevisionId, Sighting> editedInVain(Plan plan, Seen seen, Output output) {
    return plan.command() == Command.UPGRADE
            && plan.steps().isEmpty()
            && !plan.headsBefore().isEmpty()
        ? known(() -> seen.editedLately(plan.headsBefore()), output)
        : Map.of();
  }

  /** The applied revisions whose files were edited since they ran, as many as somebody reads. */
  public static void edited(
      Map<RevisionId, Sighting> edited,
      Connection connection,
      Invocation invocation,
      Output output) {
    String instead =
        connection.sandbox()
            ? ". To run it as it is now: " + invocation.next("sandbox reset") + ", then upgrade."
            : ". To change what is applied, write a new revision.";
    edited.entrySet().stream()
        .limit(MOST)
        .forEach(one -> warn(one.getKey(), one.getValue(), instead, output));
    if (edited.size() > MOST) {
      output.warning("So were the files of " + (edited.size() - MOST) + " more.");
    }
  }

  /** A step back failed whose file is no longer what was applied: that may be why. */
  public static void failedBack(Map<RevisionId, Changed> edited, Output output) {
    edited.forEach(
        (revision, one) ->
            warn(
                revision,
                one.last(),
                ": the way back in it may not be that of what was applied.",
                output));
  }

  private static void warn(RevisionId revision, Sighting run, String then, Output output) {
    output.warning(
        "The file of "
            + revision
            + " was edited since it ran on this database ("
            + words(run)
            + ")"
            + then);
  }

  /** When and how the revisions that were edited had run. */
  static Map<RevisionId, Sighting> runs(Map<RevisionId, Changed> edited) {
    Map<RevisionId, Sighting> runs = new LinkedHashMap<>();
    edited.forEach((revision, one) -> runs.put(revision, one.last()));
    return runs;
  }

  private static String words(Sighting last) {
    return last.words(ZoneId.systemDefault());
  }

  /** For JSON. */
  public static List<Map<String, Object>> json(Collection<Sighting> all) {
    return all.stream().map(SeenText::json).toList();
  }

  private static Map<String, Object> json(Sighting last) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("revision", last.revision().value());
    map.put("section", last.section().word());
    map.put("last_seen", last.how().word());
    map.put("at", last.at().toString());
    map.put("who", last.who());
    return map;
  }
}
