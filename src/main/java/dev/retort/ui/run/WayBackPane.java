package dev.retort.ui.run;

import dev.retort.preview.WayBackText;
import dev.retort.preview.WayBackText.Without;
import dev.retort.ui.task.Background;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What would undo a plan, and before it which of its steps cannot be undone. */
final class WayBackPane extends BorderPane {
  private final ScriptPane script;

  WayBackPane(WayBackText wayBack, Background background) {
    this.script = new ScriptPane("way-back-sql", wayBack.script(), background);
    setCenter(script);
    if (!wayBack.without().isEmpty()) {
      setTop(warning(wayBack));
    }
  }

  private static HBox warning(WayBackText wayBack) {
    Label words =
        new Label(
            "Cannot be undone: "
                + wayBack.without().stream()
                    .map(WayBackPane::words)
                    .collect(Collectors.joining("; "))
                + ". The way back ends there.");
    words.setId("no-way-back");
    words.setWrapText(true);
    HBox warning = new HBox(new FontIcon(Feather.ALERT_TRIANGLE), words);
    warning.getStyleClass().addAll("banner", "banner-warning");
    return warning;
  }

  private static String words(Without one) {
    return one.revision()
        + one.reason()
            .map(reason -> reason.isEmpty() ? ", on purpose" : " (" + reason + ")")
            .orElse(", which has no downgrade");
  }

  /** The title of a tab with this, which says at a glance whether it leads back. */
  static String title(WayBackText wayBack) {
    return wayBack.without().isEmpty()
        ? "Way back"
        : "Way back \u2013 %d cannot be undone".formatted(wayBack.without().size());
  }

  void reveal(int step) {
    script.reveal(step);
  }
}
