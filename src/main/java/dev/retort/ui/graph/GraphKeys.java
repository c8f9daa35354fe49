package dev.retort.ui.graph;

import dev.retort.plan.Command;
import dev.retort.ui.graph.picture.GraphRow;
import dev.retort.ui.graph.picture.NodeState;
import dev.retort.ui.graph.picture.Picture;
import dev.retort.ui.graph.picture.RevisionRow;
import dev.retort.ui.graph.picture.RunRow;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import javafx.scene.input.KeyEvent;

/**
 * The keys of the graph: P and C, or Ctrl with the arrows, walk to parents and children (with Shift
 * to the second one); U, D and S choose a command for the row; E edits its file, Enter opens it; a
 * full stop jumps to where the database is, H to the next head.
 */
final class GraphKeys {
  private final GraphModel model;
  private final GraphList list;
  private final GraphActions actions;

  GraphKeys(GraphModel model, GraphList list, GraphActions actions) {
    this.model = model;
    this.list = list;
    this.actions = actions;
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
  }

  private void pressed(KeyEvent event) {
    boolean done =
        switch (event.getCode()) {
          case DOWN -> event.isShortcutDown() && walk(picture()::below, event.isShiftDown());
          case UP -> event.isShortcutDown() && walk(picture()::above, event.isShiftDown());
          case ENTER -> open();
          default -> false;
        };
    if (done) {
      event.consume();
    }
  }

  /**
   * Letters are taken when they have been typed, not when their key goes down: what moves the
   * keyboard into a field would otherwise be typed there as well.
   */
  private void typed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    boolean done =
        switch (event.getCharacter()) {
          case "p" -> walk(picture()::below, false);
          case "P" -> walk(picture()::below, true);
          case "c" -> walk(picture()::above, false);
          case "C" -> walk(picture()::above, true);
          case "u", "U" -> target(Command.UPGRADE);
          case "d", "D" -> target(Command.DOWNGRADE);
          case "s", "S" -> target(Command.STAMP);
          case "e", "E" -> edit();
          case "h", "H" -> nextHead();
          case "." -> jumpToCurrent();
          default -> false;
        };
    if (done) {
      event.consume();
    }
  }

  private Picture picture() {
    return model.pictureProperty().get();
  }

  private boolean walk(IntFunction<List<Integer>> next, boolean second) {
    if (list.row().isPresent()) {
      List<Integer> ways = next.apply(list.rowIndex());
      if (!ways.isEmpty()) {
        list.jump(ways.get(second ? Math.min(1, ways.size() - 1) : 0));
      }
    }
    return true;
  }

  private boolean target(Command command) {
    list.row()
        .filter(row -> row instanceof RevisionRow)
        .ifPresent(row -> actions.target(command, row.id()));
    return true;
  }

  private boolean edit() {
    list.row().filter(row -> row instanceof RevisionRow).ifPresent(row -> actions.edit(row.id()));
    return true;
  }

  /** Opens a row: a folded stretch in place, anything else in the inspector. */
  boolean open() {
    list.row()
        .ifPresent(
            row -> {
              if (row instanceof RunRow run) {
                model.unfold(run);
              } else {
                actions.openInspector();
              }
            });
    return true;
  }

  /** Goes to the row that the chosen database is at; down to the next where there are several. */
  boolean jumpToCurrent() {
    return next(row -> row.state() == NodeState.CURRENT || row.state() == NodeState.MISSING);
  }

  private boolean nextHead() {
    return next(row -> row instanceof RevisionRow revision && revision.head());
  }

  private boolean next(Predicate<GraphRow> wanted) {
    List<GraphRow> rows = picture().rows();
    Optional<Integer> found = Optional.empty();
    for (int step = 1; step <= rows.size() && found.isEmpty(); step++) {
      int row = (Math.max(-1, list.rowIndex()) + step) % rows.size();
      found = wanted.test(rows.get(row)) ? Optional.of(row) : Optional.empty();
    }
    found.ifPresent(list::jump);
    return true;
  }
}
