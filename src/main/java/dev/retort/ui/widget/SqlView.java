package dev.retort.ui.widget;

import dev.retort.ui.task.Background;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;

/**
 * SQL to be read: verbatim, highlighted, with line numbers. The text is there at once, its colours
 * soon after.
 */
public final class SqlView extends StackPane {
  private final CodeArea area = new CodeArea();
  private final Background background;

  /** An empty view. */
  public SqlView(String id, Background background) {
    this.background = background;
    area.setId(id);
    area.setEditable(false);
    area.setAccessibleRole(AccessibleRole.TEXT_AREA);
    area.setAccessibleText("SQL");
    area.getStyleClass().add("sql-view");
    area.setParagraphGraphicFactory(LineNumberFactory.get(area));
    getStyleClass().add("sql-pane");
    getChildren().add(new VirtualizedScrollPane<>(area));
  }

  /** Shows a text from its first line. */
  public void show(String text) {
    if (text.equals(area.getText())) {
      return;
    }
    area.replaceText(text);
    area.moveTo(0);
    area.requestFollowCaret();
    background.run(
        () -> SqlStyles.of(text),
        styles -> {
          // Another text may have come in the meantime.
          if (text.equals(area.getText()) && !text.isEmpty()) {
            area.setStyleSpans(0, styles);
          }
        },
        problem -> {
          throw new IllegalStateException("cannot colour this SQL", problem);
        });
  }

  /** The text shown. */
  public String text() {
    return area.getText();
  }
}
