package dev.retort.ui.widget.sql;

import java.util.function.Supplier;
import javafx.scene.TraversalDirection;
import javafx.scene.control.IndexRange;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/**
 * The keys by which text is indented: Enter, Tab and Shift-Tab. As Tab is one of them, Ctrl-Tab
 * leads out of the text.
 */
final class EditKeys {
  private final CodeArea area;
  private final Supplier<Indentation> indentation;

  EditKeys(CodeArea area, Supplier<Indentation> indentation) {
    this.area = area;
    this.indentation = indentation;
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
    switch (event.getCode()) {
      case ENTER -> {
        if (plain && area.isEditable()) {
          newLine();
          event.consume();
        }
      }
      case TAB -> {
        if (event.isControlDown()) {
          area.requestFocusTraversal(
              event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
          event.consume();
        } else if (plain && area.isEditable()) {
          tab(event.isShiftDown());
          event.consume();
        }
      }
      default -> {}
    }
  }

  private void newLine() {
    IndexRange selection = area.getSelection();
    var from = area.offsetToPosition(selection.getStart(), Bias.Forward);
    var to = area.offsetToPosition(selection.getEnd(), Bias.Forward);
    String before = area.getParagraph(from.getMajor()).getText().substring(0, from.getMinor());
    String after = area.getParagraph(to.getMajor()).getText().substring(to.getMinor());
    Indentation.Break added = indentation.get().newLine(before, after);
    area.replaceSelection(added.text());
    area.moveTo(area.getCaretPosition() - added.back());
    area.requestFollowCaret();
  }

  private void tab(boolean back) {
    IndexRange selection = area.getSelection();
    int first = area.offsetToPosition(selection.getStart(), Bias.Forward).getMajor();
    int last = area.offsetToPosition(selection.getEnd(), Bias.Backward).getMajor();
    if (first == last && !back) {
      area.replaceSelection(indentation.get().toNextStep(area.getCaretColumn()));
      return;
    }
    int from = area.getAbsolutePosition(first, 0);
    int to = area.getAbsolutePosition(last, area.getParagraphLength(last));
    String lines = area.getText(from, to);
    String moved = back ? indentation.get().shallower(lines) : indentation.get().deeper(lines);
    if (moved.equals(lines)) {
      return;
    }
    int caret = area.getCaretPosition();
    area.replaceText(from, to, moved);
    if (first == last) {
      area.moveTo(Math.max(from, caret + moved.length() - lines.length()));
    } else {
      area.selectRange(from, from + moved.length());
    }
  }
}
