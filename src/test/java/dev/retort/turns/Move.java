package dev.retort.turns;

import dev.retort.plan.Command;
import java.util.ArrayList;
import java.util.List;

/**
 * One command on a database, as it is typed.
 *
 * @param purge whether a stamp empties the table first
 */
record Move(Command command, List<String> targets, boolean purge) {

  Move {
    targets = List.copyOf(targets);
  }

  static Move upgrade(String target) {
    return new Move(Command.UPGRADE, List.of(target), false);
  }

  static Move downgrade(String target) {
    return new Move(Command.DOWNGRADE, List.of(target), false);
  }

  static Move stamp(String... targets) {
    return new Move(Command.STAMP, List.of(targets), false);
  }

  /** The words of either command line. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    words.add(command.word());
    if (purge) {
      words.add("--purge");
    }
    words.addAll(targets);
    return words;
  }

  @Override
  public String toString() {
    return String.join(" ", words());
  }
}
