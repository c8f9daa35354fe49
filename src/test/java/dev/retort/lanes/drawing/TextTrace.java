package dev.retort.lanes.drawing;

import dev.retort.revision.RevisionId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows the lines of a drawing with a finger, from a revision downwards and sideways, never up,
 * and tells at which revisions it can arrive.
 */
final class TextTrace {
  private record Place(int line, int at) {}

  private static final String DOWN = "│┆╭╮├┤┬┼";
  private static final String UP = "│┆╯╰├┤┴┼";
  private static final String LEFT = "─┄╮╯┤┬┴┼";
  private static final String RIGHT = "─┄╭╰├┬┴┼";

  private final List<String> lines;
  private final Map<Place, RevisionId> marks = new HashMap<>();

  TextTrace(TextDrawing drawing) {
    lines = drawing.rows().stream().map(TextRow::lanes).toList();
    for (int line = 0; line < lines.size(); line++) {
      int here = line;
      drawing
          .rows()
          .get(line)
          .revision()
          .ifPresent(entry -> marks.put(new Place(here, lines.get(here).indexOf('●')), entry.id()));
    }
  }

  private char at(int line, int at) {
    return line < lines.size() && at >= 0 && at < lines.get(line).length()
        ? lines.get(line).charAt(at)
        : ' ';
  }

  Set<RevisionId> reachableFrom(RevisionId id) {
    Set<RevisionId> found = new HashSet<>();
    Set<Place> seen = new HashSet<>();
    Deque<Place> open = new ArrayDeque<>();
    marks.forEach(
        (place, marked) -> {
          if (marked.equals(id)) {
            open.push(place);
          }
        });
    while (!open.isEmpty()) {
      Place place = open.pop();
      char here = at(place.line(), place.at());
      boolean start = here == '●' && id.equals(marks.get(place));
      if (!seen.add(place)) {
        continue;
      }
      if (here == '●' && !start) {
        found.add(marks.getOrDefault(place, id));
        continue;
      }
      char below = at(place.line() + 1, place.at());
      if ((start || DOWN.indexOf(here) >= 0) && (below == '●' || UP.indexOf(below) >= 0)) {
        open.push(new Place(place.line() + 1, place.at()));
      }
      sideways(place, here, -1, open);
      sideways(place, here, 1, open);
    }
    return found;
  }

  /** Goes on over lines that are crossed to the next place where the line can be left. */
  private void sideways(Place place, char here, int step, Deque<Place> open) {
    if ((step < 0 ? LEFT : RIGHT).indexOf(here) < 0) {
      return;
    }
    int at = place.at() + step;
    while ("─┄│┆".indexOf(at(place.line(), at)) >= 0) {
      at += step;
    }
    open.push(new Place(place.line(), at));
  }
}
