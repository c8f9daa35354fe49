package dev.retort.execute.state;

import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/**
 * How a run that ended badly left the database.
 *
 * @param stepsDone how many steps of the plan are done and committed
 * @param heads the rows of the version table now, sorted; absent where it could not be found out
 * @param text the same in words, whole sentences
 */
public record Aftermath(int stepsDone, Optional<List<RevisionId>> heads, String text) {

  /** The same with more to say. */
  public Aftermath with(String remark) {
    return new Aftermath(stepsDone, heads, text + remark);
  }
}
