package dev.retort.ui.widget.diff;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import java.util.List;
import java.util.Optional;

/** Myers' algorithm as java-diff-utils has it, given up where it would take too long. */
final class Sequences {
  private Sequences() {}

  /**
   * Where two sequences differ, in order; empty if they differ in more than {@code most} places,
   * since time and memory grow with the square of that.
   */
  static <T> Optional<List<Change>> differences(List<T> before, List<T> after, int most) {
    try {
      // They are found from the end.
      return Optional.of(new MyersDiff<T>().computeDiff(before, after, new Limit(most)).reversed());
    } catch (TooFar tooFar) {
      return Optional.empty();
    }
  }

  private record Limit(int most) implements DiffAlgorithmListener {
    @Override
    public void diffStart() {}

    @Override
    public void diffStep(int value, int max) {
      if (value > most) {
        throw new TooFar();
      }
    }

    @Override
    public void diffEnd() {}
  }

  /** Ends a search; thrown and caught in this class alone. */
  private static final class TooFar extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooFar() {
      super("too different", null, false, false);
    }
  }
}
