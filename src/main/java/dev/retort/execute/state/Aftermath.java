package dev.retort.execute.state;

import dev.retort.plan.HalfMade;
import dev.retort.revision.RevisionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a run that ended badly left the database.
 *
 * @param stepsDone how many steps of the plan are done and committed
 * @param heads the rows of the version table now, sorted; absent where it could not be found out
 * @param text the same in words, whole sentences
 * @param halfMade what the step that stopped midway left half made, as far as it was seen
 * @param wayOn the commands that lead on from there, a sentence; empty where none is needed
 * @param retries what gave way to others and was tried again, before it failed for good
 */
public record Aftermath(
    int stepsDone,
    Optional<List<RevisionId>> heads,
    String text,
    List<HalfMade> halfMade,
    String wayOn,
    List<Retry> retries) {

  /** Copies the lists. */
  public Aftermath {
    halfMade = List.copyOf(halfMade);
    retries = List.copyOf(retries);
  }

  /** Where nothing is half made. */
  public Aftermath(int stepsDone, Optional<List<RevisionId>> heads, String text) {
    this(stepsDone, heads, text, List.of(), "", List.of());
  }

  /** The run stopped before its first step. */
  public static Aftermath notBegun() {
    return new Aftermath(0, Optional.empty(), "The run had not begun; nothing was changed.");
  }

  /** The same with more to say. */
  public Aftermath with(String remark) {
    return new Aftermath(stepsDone, heads, text + remark, halfMade, wayOn, retries);
  }

  /** The same with what was left half made, and the commands that lead on. */
  public Aftermath leaving(List<HalfMade> left, String commands) {
    return new Aftermath(stepsDone, heads, text, left, commands, retries);
  }

  /** The same after some attempts. */
  public Aftermath after(List<Retry> attempts) {
    return new Aftermath(stepsDone, heads, text, halfMade, wayOn, attempts);
  }

  /** Its fields, ready for JSON; what there is nothing of is left out. */
  public Map<String, Object> details() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("steps_done", stepsDone);
    map.put("state", text);
    heads.ifPresent(now -> map.put("heads", now.stream().map(RevisionId::value).toList()));
    if (!halfMade.isEmpty()) {
      map.put("half_made", halfMade.stream().map(HalfMade::details).toList());
    }
    if (!retries.isEmpty()) {
      map.put("retries", retries.stream().map(Retry::details).toList());
    }
    return map;
  }
}
