package dev.retort.ui.widget.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** What of a comparison is on screen, line by line, while some equal lines are folded away. */
final class DiffShown {
  private static final Equals NO_FOLD = new Equals(Integer.MAX_VALUE, 0);

  private final DiffModel model;
  private final List<Place> places;
  private final int[] hunkPlaces;
  private final int[] hunkEnds;

  private DiffShown(DiffModel model, List<Place> places, int[] hunkPlaces, int[] hunkEnds) {
    this.model = model;
    this.places = places;
    this.hunkPlaces = hunkPlaces;
    this.hunkEnds = hunkEnds;
  }

  /** Nothing compared yet. */
  static DiffShown nothing() {
    return of(DiffModel.of("", ""), DiffLayout.SIDES, Set.of());
  }

  /**
   * Lays a comparison out.
   *
   * @param opened the folds that are open; all others are closed
   */
  static DiffShown of(DiffModel model, DiffLayout layout, Set<Equals> opened) {
    List<Place> places = new ArrayList<>();
    int[] starts = new int[model.hunks().size()];
    int[] ends = new int[starts.length];
    Iterator<Equals> folds = model.folds().stream().filter(one -> !opened.contains(one)).iterator();
    Equals fold = folds.hasNext() ? folds.next() : NO_FOLD;
    int row = 0;
    for (int i = 0; i <= starts.length; i++) {
      boolean last = i == starts.length;
      int end = last ? model.rows().size() : model.hunks().get(i).from();
      // Between two changes lies one fold, or none.
      if (fold.first() < end) {
        places.addAll(model.rows().subList(row, fold.first()));
        places.add(fold);
        row = fold.end();
        fold = folds.hasNext() ? folds.next() : NO_FOLD;
      }
      places.addAll(model.rows().subList(row, end));
      if (!last) {
        DiffModel.Hunk hunk = model.hunks().get(i);
        List<DiffRow> rows = model.rows().subList(hunk.from(), hunk.to());
        starts[i] = places.size();
        places.addAll(layout == DiffLayout.SIDES ? rows : Pairing.unified(rows));
        ends[i] = places.size();
        row = hunk.to();
      }
    }
    return new DiffShown(model, List.copyOf(places), starts, ends);
  }

  DiffModel model() {
    return model;
  }

  /** What is shown, from top to bottom. */
  List<Place> places() {
    return places;
  }

  /** Where a change begins. */
  int hunkPlace(int hunk) {
    return hunkPlaces[hunk];
  }

  /** The change that a place belongs to; -1 if none. */
  int hunkAt(int place) {
    int found = Arrays.binarySearch(hunkPlaces, place);
    int hunk = found >= 0 ? found : -found - 2;
    return hunk >= 0 && place < hunkEnds[hunk] ? hunk : -1;
  }
}
