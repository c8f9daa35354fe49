package dev.retort.ui.proof;

import dev.retort.shadow.ObjectChange;
import dev.retort.shadow.RoundTrip;
import dev.retort.ui.widget.diff.DiffSide;
import dev.retort.ui.widget.objects.ObjectTexts;
import java.util.List;

/**
 * What a round trip has not put right, as two texts: after the way back beside before the revision,
 * or, where that is the same, the second way up beside the first.
 */
record Differences(DiffSide before, DiffSide after) {

  /** Of a round trip that has such a difference. */
  static Differences of(RoundTrip trip) {
    return trip.back().isEmpty()
        ? of("first time up", "second time up", trip.again())
        : of("before " + trip.revision(), "after its way back", trip.back());
  }

  private static Differences of(String before, String after, List<ObjectChange> changes) {
    ObjectTexts texts = ObjectTexts.of(changes);
    return new Differences(
        new DiffSide(before, texts.before()), new DiffSide(after, texts.after()));
  }
}
