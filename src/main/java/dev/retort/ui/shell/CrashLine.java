package dev.retort.ui.shell;

import dev.retort.engine.CrashFile;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.Nodes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * An error of Retort's own: one calm line, with its traces in a file and at hand to be passed on.
 * Toolkit's thread.
 */
final class CrashLine extends HBox {
  private final CrashFile crashes;
  private final Background background;
  private final Label words = new Label();
  private final Set<String> seen = new HashSet<>();
  private String details = "";

  CrashLine(CrashFile crashes, Background background) {
    this.crashes = crashes;
    this.background = background;
    setId("crash");
    getStyleClass().addAll("banner", "banner-danger");
    words.setId("crash-words");
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button copy = Nodes.button("copy-crash", "Copy the details");
    copy.setOnAction(
        event -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, details)));
    Button close = Nodes.iconButton("close-crash", Feather.X, "Put this away");
    close.setOnAction(event -> Nodes.show(this, false));
    getChildren().setAll(new FontIcon(Feather.ALERT_OCTAGON), words, copy, close);
    Nodes.show(this, false);
  }

  /** Says so once; what goes wrong with every frame must not fill the disk. */
  void show(Throwable problem) {
    if (!seen.add(problem.getClass() + where(problem))) {
      return;
    }
    details = crashes.text(problem);
    words.setText(
        "Something unexpected went wrong in Retort itself. No run was touched by it; if the window"
            + " behaves oddly, open it again.");
    Nodes.show(this, true);
    background.run(
        () -> crashes.write(problem),
        file ->
            words.setText(
                "Something unexpected went wrong in Retort itself. The details are in "
                    + file
                    + "; please report them."),
        unwritable -> {});
  }

  private static String where(Throwable problem) {
    return Arrays.stream(problem.getStackTrace()).findFirst().map(String::valueOf).orElse("");
  }
}
