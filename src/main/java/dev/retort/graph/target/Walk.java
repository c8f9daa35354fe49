package dev.retort.graph.target;

import dev.retort.revision.RevisionId;

/**
 * How far a walk came.
 *
 * @param start where it began
 * @param end where it is
 * @param found how many steps it could make
 * @param wanted how many it should have made
 * @param up which way it went
 */
record Walk(Place start, Place end, long found, long wanted, boolean up) {

  boolean isComplete() {
    return found == wanted;
  }

  /** What there was instead, in words: {@code only 2 revisions are above 0003}. */
  String inWords() {
    String place = (up ? " above " : " below ") + words(start);
    return switch ((int) Math.min(found, 2)) {
      case 0 -> "nothing is" + place;
      case 1 -> "only one step is" + place;
      default -> "only " + found + " steps are" + place;
    };
  }

  private static String words(Place place) {
    return switch (place) {
      case Place.At(RevisionId id) -> id.value();
      case Place.Nothing nothing -> "base";
      case Place.Base base -> "base";
    };
  }
}
