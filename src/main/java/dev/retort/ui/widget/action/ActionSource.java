package dev.retort.ui.widget.action;

import java.util.List;

/** Gives actions that are made for what is typed, such as one for each revision that matches. */
@FunctionalInterface
public interface ActionSource {

  /**
   * The actions for what is typed; quick enough to be asked with every letter. Toolkit's thread.
   *
   * @param typed may be empty, and then only what is few should be given
   */
  List<Action> find(String typed);
}
