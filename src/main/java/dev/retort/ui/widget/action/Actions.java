package dev.retort.ui.widget.action;

import java.util.ArrayList;
import java.util.List;

/** The registry: what the features of the client have handed in. Toolkit's thread. */
public final class Actions {
  private final List<Action> fixed = new ArrayList<>();
  private final List<ActionSource> sources = new ArrayList<>();

  /** Adds actions that are always there, whether or not they can be done. */
  public void add(Action... some) {
    fixed.addAll(List.of(some));
  }

  /** Adds a source of actions that come and go. */
  public void add(ActionSource source) {
    sources.add(source);
  }

  /** Those that are always there, in the order in which they were added. */
  public List<Action> fixed() {
    return List.copyOf(fixed);
  }

  /** Everything there is for what is typed. */
  List<Action> find(String typed) {
    List<Action> all = new ArrayList<>(fixed);
    sources.forEach(source -> all.addAll(source.find(typed)));
    return all;
  }
}
