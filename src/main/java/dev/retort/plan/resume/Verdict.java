package dev.retort.plan.resume;

import dev.retort.plan.HalfMade;
import java.util.List;

/** What can be said about a step that stopped midway. */
public sealed interface Verdict {

  /** The same in words, whole sentences. */
  String words();

  /**
   * It is proved where to go on.
   *
   * @param next 0-based index in the section of the first statement to send
   * @param cleanup what has to be taken away first
   */
  record Proven(int next, List<HalfMade> cleanup, String words) implements Verdict {}

  /**
   * The user has to say whether the statement under way is done.
   *
   * @param statement its 0-based index in the section
   * @param after the index of the statement to go on with if it is
   * @param cleanup what has to be taken away before it is sent again
   */
  record Unclear(int statement, int after, List<HalfMade> cleanup, String words)
      implements Verdict {}

  /**
   * It cannot be gone on with as things are.
   *
   * @param code {@code edited}, {@code moved}, …
   * @param hint what can be done
   */
  record Impossible(String code, String words, String hint) implements Verdict {}
}
