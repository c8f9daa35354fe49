package dev.retort.cli.look;

import dev.retort.cli.term.Ink;
import dev.retort.cli.term.Output;
import dev.retort.engine.seen.Changed;
import dev.retort.engine.seen.Sighting;
import dev.retort.plan.Plan;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What changed in revision files since a database last saw them, in words and for JSON. */
public final class SeenText {
  private SeenText() {}

  /** What can be found out; that it cannot be is no reason to show nothing else. */
  public static <K> Map<K, Changed> known(Supplier<Map<K, Changed>> question, Output output) {
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
                    + words(one)
                    + ")."));
  }

  /** The applied revisions whose files were edited since they ran. */
  static void edited(Map<?, Changed> edited, Output output) {
    warn(edited, ". To change what is applied, write a new revision.", output);
  }

  /** A step back failed whose file is no longer what was applied: that may be why. */
  public static void failedBack(Map<?, Changed> edited, Output output) {
    warn(edited, ": the way back in it may not be that of what was applied.", output);
  }

  private static void warn(Map<?, Changed> edited, String then, Output output) {
    edited.forEach(
        (revision, one) ->
            output.warning(
                "The file of "
                    + revision
                    + " was edited since it ran on this database ("
                    + words(one)
                    + ")"
                    + then));
  }

  private static String words(Changed one) {
    return one.last().words(ZoneId.systemDefault());
  }

  static Map<String, Object> json(Changed one) {
    Sighting last = one.last();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("revision", last.revision().value());
    map.put("section", last.section().word());
    map.put("last_seen", last.how().word());
    map.put("at", last.at().toString());
    map.put("who", last.who());
    return map;
  }
}
