package dev.retort.ui.run;

import dev.retort.plan.Plan;
import dev.retort.plan.Step;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which steps of a plan under review somebody has really read, as far as a program can tell: a step
 * that is as it was, once it was chosen and its SQL was brought into view; one that has changed,
 * once its change was on the screen. Nothing else counts, lest a change pass for reviewed that was
 * never seen.
 */
final class ReadSteps {
  private final Set<Integer> chosen = new TreeSet<>();
  private final Set<Integer> shown = new TreeSet<>();

  /** A step's SQL was brought into view, as it is now. */
  void chosen(int step) {
    chosen.add(step);
  }

  /** What has changed in a step was on the screen. */
  void changeShown(int step) {
    shown.add(step);
  }

  /**
   * The steps that count as read.
   *
   * @param changed those that are not what the database last saw
   */
  List<Step> of(Plan plan, Set<Integer> changed) {
    Set<Integer> read = new TreeSet<>(chosen);
    read.removeAll(changed);
    read.addAll(shown);
    return read.stream().map(plan.steps()::get).toList();
  }
}
