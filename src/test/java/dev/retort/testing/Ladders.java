package dev.retort.testing;

import dev.retort.revision.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Long histories for tests of how work grows with them. */
public final class Ladders {
  private Ladders() {}

  /**
   * Lines that part and meet again and again: each rung is a branch point, two lines of two
   * revisions and a merge.
   *
   * @param rungs how many; there are six revisions to a rung
   * @param sides whether a seventh goes off every rung and is never merged
   */
  public static List<Revision> ofRungs(int rungs, boolean sides) {
    List<Revision> revisions = new ArrayList<>();
    List<String> below = List.of();
    for (int rung = 0; rung < rungs; rung++) {
      String name = String.format(Locale.ROOT, "r%06d", rung);
      add(revisions, name + "a", below);
      add(revisions, name + "b", List.of(name + "a"));
      add(revisions, name + "c", List.of(name + "b"));
      add(revisions, name + "d", List.of(name + "a"));
      add(revisions, name + "e", List.of(name + "d"));
      add(revisions, name + "f", List.of(name + "c", name + "e"));
      if (sides) {
        add(revisions, name + "side", List.of(name + "a"));
      }
      below = List.of(name + "f");
    }
    return revisions;
  }

  /** One line. */
  public static List<Revision> chain(int length) {
    List<Revision> revisions = new ArrayList<>();
    List<String> below = List.of();
    for (int i = 0; i < length; i++) {
      String name = String.format(Locale.ROOT, "r%06d", i);
      add(revisions, name, below);
      below = List.of(name);
    }
    return revisions;
  }

  private static void add(List<Revision> revisions, String id, List<String> down) {
    revisions.add(Revisions.revision(id, down, List.of(), List.of(), Optional.empty()));
  }
}
