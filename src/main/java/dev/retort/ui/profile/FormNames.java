package dev.retort.ui.profile;

import dev.retort.ui.profile.FormRules.Names;

/** Names for profiles that are made from others. */
final class FormNames {
  private FormNames() {}

  /** A name like another that nobody has. */
  static String copyOf(String name, Names taken) {
    String copy = name + "-copy";
    for (int number = 2; taken.own().contains(copy) || taken.project().contains(copy); number++) {
      copy = name + "-copy-" + number;
    }
    return copy;
  }
}
