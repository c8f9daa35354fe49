package dev.retort.ui.widget.diff;

import dev.retort.ui.task.Background;
import dev.retort.ui.widget.Nodes;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/**
 * Two SQL texts against each other, side by side or as one, with what differs tinted, signed and
 * counted. Takes texts of many thousand lines: comparing and colouring is done in the background.
 * Toolkit's thread.
 */
public final class DiffView extends VBox {
  /** Below this two columns are too narrow to be read beside each other. */
  private static final double NARROW = 640;

  /** Lines that are left above a change that one has walked to. */
  private static final int ABOVE = 3;

  private final Background background;
  private final DiffBar bar;
  private final DiffColumn before;
  private final DiffColumn after;
  private final DiffColumn both;
  private final InStep step;
  private final GridPane pair = new GridPane();
  private final Set<Equals> opened = new HashSet<>();

  private DiffSide beforeSide = new DiffSide("", "");
  private DiffSide afterSide = new DiffSide("", "");
  private DiffShown shown = DiffShown.nothing();
  private Optional<DiffLayout> chosen = Optional.empty();
  private DiffLayout layout = DiffLayout.SIDES;
  private int current = -1;
  private Runnable told = () -> {};
  private int asked;
  private int shownOf;
  private Optional<Target> target = Optional.empty();

  /** An empty view. */
  public DiffView(String id, Background background) {
    this.background = background;
    setId(id);
    getStyleClass().add("diff-view");
    bar =
        new DiffBar(id, new DiffBar.Ways(this::walk, this::choose, this::foldAll, this::copyPatch));
    before = new DiffColumn(id + "-before-text", Column.BEFORE, this::isCurrent, this::open);
    after = new DiffColumn(id + "-after-text", Column.AFTER, this::isCurrent, this::open);
    both = new DiffColumn(id + "-both-text", Column.BOTH, this::isCurrent, this::open);
    step = before.inStepWith(after);
    after.getStyleClass().add("diff-second");
    pair();
    VBox.setVgrow(both, Priority.ALWAYS);
    VBox.setVgrow(pair, Priority.ALWAYS);
    getChildren().addAll(bar, pair, both);
    Nodes.show(both, false);
    bar.show(shown.model(), layout, current, false);
    widthProperty().addListener((value, old, now) -> relayout());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private void pair() {
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    RowConstraints whole = new RowConstraints();
    whole.setVgrow(Priority.ALWAYS);
    pair.getColumnConstraints().addAll(half, half);
    pair.getRowConstraints().add(whole);
    pair.addRow(0, before, after);
    pair.setMinWidth(0);
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.F7) {
      walk(event.isShiftDown() ? -1 : 1);
      event.consume();
    }
  }

  /** Shows two texts, folded to what differs. */
  public void show(DiffSide earlier, DiffSide later) {
    before.title(earlier.title());
    after.title(later.title());
    both.title("− " + earlier.title() + "\n+ " + later.title());
    boolean same =
        earlier.text().equals(beforeSide.text()) && later.text().equals(afterSide.text());
    beforeSide = earlier;
    afterSide = later;
    if (same && asked > 0) {
      return;
    }
    opened.clear();
    current = -1;
    compute(() -> DiffModel.of(earlier.text(), later.text()), 0);
  }

  /** Tells somebody each time two texts have come to be on the screen. */
  public void onShown(Runnable listener) {
    told = listener;
  }

  /**
   * Brings a place into view, as soon as the texts are compared.
   *
   * @param beforeLine its line in the earlier text, from 1, or where it would be
   * @param afterLine the same in the later text
   */
  public void reveal(int beforeLine, int afterLine) {
    target = Optional.of(new Target(beforeLine - 1, afterLine - 1));
    if (shownOf == asked) {
      toTarget();
    }
  }

  private record Target(int before, int after) {
    /** A place that is folded away is found by what follows it. */
    boolean reachedBy(Place place) {
      return place instanceof DiffRow row && (row.before() >= before || row.after() >= after);
    }
  }

  private void toTarget() {
    Optional<Target> wanted = target;
    target = Optional.empty();
    for (int place = 0; place < shown.places().size() && wanted.isPresent(); place++) {
      if (wanted.get().reachedBy(shown.places().get(place))) {
        leader().reveal(place, 1);
        if (layout == DiffLayout.SIDES) {
          before.area().reveal(place, 1);
        }
        return;
      }
    }
  }

  /** Brings the keyboard into the text. */
  public void toContent() {
    (layout == DiffLayout.SIDES ? after : both).area().requestFocus();
  }

  private record Ready(DiffShown shown, DiffDocument first, Optional<DiffDocument> second) {}

  private void compute(Callable<DiffModel> source, int top) {
    int question = ++asked;
    DiffLayout how = layout;
    Set<Equals> open = Set.copyOf(opened);
    Background.Later words = background.later(Duration.ofMillis(200), () -> say(question));
    background.run(
        () -> {
          DiffShown now = DiffShown.of(source.call(), how, open);
          return how == DiffLayout.SIDES
              ? new Ready(now, before.prepare(now), Optional.of(after.prepare(now)))
              : new Ready(now, both.prepare(now), Optional.empty());
        },
        ready -> {
          words.callOff();
          if (question == asked) {
            shownOf = question;
            put(ready, top);
            toTarget();
          }
        },
        problem -> {
          throw new IllegalStateException("cannot compare these texts", problem);
        });
  }

  private void say(int question) {
    if (question == asked) {
      bar.waiting();
    }
  }

  private void put(Ready ready, int top) {
    shown = ready.shown();
    boolean sides = ready.second().isPresent();
    Nodes.show(pair, sides);
    Nodes.show(both, !sides);
    (sides ? before : both).area().put(ready.first());
    ready.second().ifPresent(document -> after.area().put(document));
    if (current >= 0) {
      reveal();
    } else {
      step.secondLeads();
      leader().reveal(Math.clamp(top, 0, Math.max(0, shown.places().size() - 1)), 0);
    }
    say();
    told.run();
  }

  private void say() {
    bar.show(shown.model(), layout, current, opened.size() == shown.model().folds().size());
  }

  /** The column whose scrolling the other follows. */
  private DiffArea leader() {
    return (layout == DiffLayout.SIDES ? after : both).area();
  }

  private void again(int top) {
    DiffModel model = shown.model();
    compute(() -> model, top);
  }

  private void choose(DiffLayout how) {
    chosen = Optional.of(how);
    relayout();
  }

  private void relayout() {
    DiffLayout fitting =
        getWidth() > 0 && getWidth() < NARROW ? DiffLayout.UNIFIED : DiffLayout.SIDES;
    DiffLayout wanted = chosen.orElse(fitting);
    if (wanted != layout) {
      layout = wanted;
      if (asked > 0) {
        compute(() -> DiffModel.of(beforeSide.text(), afterSide.text()), 0);
      }
    }
  }

  private boolean isCurrent(int place) {
    return current >= 0 && shown.hunkAt(place) == current;
  }

  private void walk(int step) {
    int count = shown.model().hunks().size();
    if (count > 0) {
      current = current < 0 && step < 0 ? count - 1 : Math.floorMod(current + step, count);
      reveal();
      say();
    }
  }

  private void reveal() {
    int place = shown.hunkPlace(current);
    step.secondLeads();
    leader().reveal(place, ABOVE);
    if (layout == DiffLayout.SIDES) {
      before.area().caret(place);
      before.area().margin();
    }
    leader().margin();
  }

  private void open(int place) {
    if (shown.places().get(place) instanceof Equals fold) {
      opened.add(fold);
      current = -1;
      again(leader().top());
    }
  }

  private void foldAll(boolean fold) {
    opened.clear();
    if (!fold) {
      opened.addAll(shown.model().folds());
    }
    again(0);
  }

  private void copyPatch() {
    DiffModel model = shown.model();
    String earlier = beforeSide.title();
    String later = afterSide.title();
    background.run(
        () -> DiffPatch.of(model, earlier, later),
        patch -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(patch);
          Clipboard.getSystemClipboard().setContent(content);
        },
        problem -> {
          throw new IllegalStateException("cannot write this patch", problem);
        });
  }
}
