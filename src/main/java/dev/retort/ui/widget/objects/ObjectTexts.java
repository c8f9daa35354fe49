package dev.retort.ui.widget.objects;

import dev.retort.shadow.ObjectChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The DDL of objects that are not alike, as two texts to be laid beside each other. Immutable.
 *
 * @param places where each object begins in either
 */
public record ObjectTexts(String before, String after, List<Place> places) {

  /** The lines, from 1, at which an object begins, or would. */
  public record Place(int lineBefore, int lineAfter) {}

  /** Copies the list. */
  public ObjectTexts {
    places = List.copyOf(places);
  }

  /** The texts of some changes. */
  public static ObjectTexts of(List<ObjectChange> changes) {
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder();
    List<Place> places = new ArrayList<>();
    for (ObjectChange change : changes) {
      places.add(new Place(lines(before) + 1, lines(after) + 1));
      add(before, change, change.before());
      add(after, change, change.after());
    }
    return new ObjectTexts(before.toString(), after.toString(), places);
  }

  private static void add(StringBuilder text, ObjectChange change, Optional<String> sql) {
    sql.ifPresent(
        one -> text.append("-- ").append(change.object()).append('\n').append(one).append('\n'));
  }

  private static int lines(StringBuilder text) {
    return (int) text.chars().filter(character -> character == '\n').count();
  }
}
