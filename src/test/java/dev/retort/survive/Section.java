package dev.retort.survive;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One direction of a revision.
 *
 * @param autocommit whether it runs outside of transactions
 */
record Section(boolean autocommit, List<Act> acts) {

  static Section transactional(Act... acts) {
    return new Section(false, List.of(acts));
  }

  static Section autocommit(Act... acts) {
    return new Section(true, List.of(acts));
  }

  /** What the catalog shows once the first statements are done. */
  Set<String> after(Set<String> before, int statements) {
    Set<String> traces = before;
    for (Act act : acts.subList(0, statements)) {
      traces = act.after(traces);
    }
    return traces;
  }

  /** What the catalog shows once all of it is done. */
  Set<String> after(Set<String> before) {
    return after(before, acts.size());
  }

  String text(String mark) {
    return "-- @"
        + mark
        + (autocommit ? " autocommit" : "")
        + "\n"
        + acts.stream().map(act -> act.sql() + ";\n").collect(Collectors.joining());
  }
}
