package dev.retort.ui.editor;

import dev.retort.ui.widget.Nodes;
import java.util.List;
import javafx.scene.layout.BorderPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;

/** What is different between a file on disk and the text being edited, as Git writes it. */
final class DiffPane extends BorderPane {
  private final CodeArea area = new CodeArea();

  DiffPane() {
    setId("editor-changes");
    area.setId("editor-changes-text");
    area.setEditable(false);
    area.setAccessibleText("What is different");
    area.getStyleClass().addAll("sql-view", "diff-view");
    var title = Nodes.label("- on disk   + here", "section-title", "diff-title");
    setTop(title);
    setCenter(new VirtualizedScrollPane<>(area));
  }

  void show(String unified) {
    area.replaceText(unified.isEmpty() ? "Nothing is different." : unified);
    for (int line = 0; line < area.getParagraphs().size(); line++) {
      area.setParagraphStyle(line, style(area.getParagraph(line).getText()));
    }
    area.moveTo(0);
    area.requestFollowCaret();
  }

  private static List<String> style(String line) {
    if (line.startsWith("+")) {
      return List.of("diff-added");
    }
    if (line.startsWith("-")) {
      return List.of("diff-removed");
    }
    return line.startsWith("@@") ? List.of("diff-place") : List.of();
  }
}
