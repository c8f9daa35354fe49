package dev.retort.ui.widget.action;

import java.util.function.Supplier;

/**
 * Something a person can do now, or cannot for a reason.
 *
 * @param id stands for it in the list of what was used last
 * @param group what it belongs to, a word or two
 * @param words what it does, as a button would say it
 * @param more what else it is found by and told apart by; may be empty
 * @param keys as {@link javafx.scene.input.KeyCombination} writes them, or a single letter that is
 *     taken where it is typed; empty for none
 * @param obstacle asked each time: why it cannot be done now; empty if it can
 * @param run does it, on the toolkit's thread
 */
public record Action(
    String id,
    String group,
    String words,
    String more,
    String keys,
    Supplier<String> obstacle,
    Runnable run) {

  /** Something that can always be done. */
  public static Action of(String id, String group, String words, Runnable run) {
    return new Action(id, group, words, "", "", () -> "", run);
  }

  /** The same with keys. */
  public Action keys(String combination) {
    return new Action(id, group, words, more, combination, obstacle, run);
  }

  /** The same with more words to find it by. */
  public Action more(String others) {
    return new Action(id, group, words, others, keys, obstacle, run);
  }

  /** The same, where it cannot be done while there is a reason against it. */
  public Action unless(Supplier<String> reason) {
    Supplier<String> first = obstacle;
    return new Action(
        id,
        group,
        words,
        more,
        keys,
        () -> {
          String known = first.get();
          return known.isEmpty() ? reason.get() : known;
        },
        run);
  }

  /** Whether nothing stands in its way now. */
  public boolean possible() {
    return obstacle.get().isEmpty();
  }

  /** Does it, if nothing stands in its way. */
  public void perform() {
    if (possible()) {
      run.run();
    }
  }
}
