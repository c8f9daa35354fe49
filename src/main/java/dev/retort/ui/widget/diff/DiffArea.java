package dev.retort.ui.widget.diff;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import javafx.scene.AccessibleRole;
import javafx.scene.control.IndexRange;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.util.UndoUtils;

/** A column of a comparison; what is copied from it is the text that was meant. */
final class DiffArea extends CodeArea {
  private final IntConsumer open;
  private DiffText text;

  /**
   * An empty area.
   *
   * @param current whether a place belongs to the change that the reader is at
   * @param open opens the fold in a place
   */
  DiffArea(String id, Column column, IntPredicate current, IntConsumer open) {
    this.open = open;
    this.text = new DiffText(DiffShown.nothing(), column);
    setId(id);
    setEditable(false);
    setUndoManager(UndoUtils.noOpUndoManager());
    setAccessibleRole(AccessibleRole.TEXT_AREA);
    getStyleClass().addAll("sql-view", "diff-area");
    setParagraphGraphicFactory(new DiffGutter(() -> text, current, open));
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    addEventHandler(MouseEvent.MOUSE_CLICKED, event -> clicked());
  }

  private void key(KeyEvent event) {
    boolean asked = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
    if (asked && isFold(getCurrentParagraph())) {
      open.accept(getCurrentParagraph());
      event.consume();
    }
  }

  private void clicked() {
    if (getSelection().getLength() == 0 && isFold(getCurrentParagraph())) {
      open.accept(getCurrentParagraph());
    }
  }

  private boolean isFold(int place) {
    return place < text.count() && text.look(place) == Look.FOLD;
  }

  /** Shows a column, from its first line. */
  void put(DiffDocument ready) {
    text = ready.text();
    replace(0, getLength(), ready.document());
    // Where a text begins or ends with an empty line, replacing keeps what was there before.
    setParagraphStyle(0, DiffDocument.look(text, 0));
    setParagraphStyle(text.count() - 1, DiffDocument.look(text, text.count() - 1));
    moveTo(0);
  }

  /** The place at the top of what can be seen. */
  int top() {
    return getVisibleParagraphs().isEmpty() ? 0 : firstVisibleParToAllParIndex();
  }

  /** Brings a place near the top, and the caret into it. */
  void reveal(int place, int above) {
    caret(place);
    showParagraphAtTop(Math.max(0, place - above));
  }

  /** Brings the caret into a place. */
  void caret(int place) {
    moveTo(place, 0);
  }

  /** Paints the margin anew. */
  void margin() {
    if (!getVisibleParagraphs().isEmpty()) {
      int last = Math.min(lastVisibleParToAllParIndex(), text.count() - 1);
      for (int place = top(); place <= last; place++) {
        recreateParagraphGraphic(place);
      }
    }
  }

  @Override
  public void copy() {
    IndexRange selection = getSelection();
    if (selection.getLength() > 0) {
      ClipboardContent content = new ClipboardContent();
      content.putString(text.meant(selection.getStart(), selection.getEnd()));
      Clipboard.getSystemClipboard().setContent(content);
    }
  }
}
