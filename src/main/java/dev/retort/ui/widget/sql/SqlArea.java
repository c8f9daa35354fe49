package dev.retort.ui.widget.sql;

import javafx.scene.AccessibleRole;
import javafx.scene.control.IndexRange;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.util.UndoUtils;

/** The area that shows rows; what is copied from it is the text that was meant, verbatim. */
final class SqlArea extends CodeArea {
  private SqlRows rows = SqlRows.of(SqlText.of(""), java.util.List.of(), java.util.Set.of());

  SqlArea(String id) {
    setId(id);
    setEditable(false);
    // Nothing here can be undone, and the history would keep every text ever shown.
    setUndoManager(UndoUtils.noOpUndoManager());
    setAccessibleRole(AccessibleRole.TEXT_AREA);
    setAccessibleText("SQL");
    getStyleClass().add("sql-view");
  }

  /** What is shown from now on; the caller has put it there. */
  void rows(SqlRows now) {
    rows = now;
  }

  @Override
  public void copy() {
    IndexRange selection = getSelection();
    if (selection.getLength() > 0) {
      ClipboardContent content = new ClipboardContent();
      content.putString(rows.meant(selection.getStart(), selection.getEnd()));
      Clipboard.getSystemClipboard().setContent(content);
    }
  }
}
