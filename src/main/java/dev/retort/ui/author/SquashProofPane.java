package dev.retort.ui.author;

import dev.retort.engine.squash.Squashed;
import dev.retort.revision.WayBack;
import dev.retort.ui.author.SquashModel.Caution;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.Nodes;
import dev.retort.ui.widget.sql.SqlView;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the shadow has shown of a squash, what is against it, which files go and what comes. */
final class SquashProofPane extends SplitPane {
  private final SquashModel model;
  private final VBox proved = new VBox(12);
  private final VBox cautions = new VBox(12);
  private final VBox files = new VBox(4);
  private final CheckBox agreed = new CheckBox("I know, squash them all the same");
  private final Label title = Nodes.wrapped("", "section-title");
  private final SqlView text;

  SquashProofPane(SquashModel model, Background background) {
    this.model = model;
    setId("squash-proof");
    setOrientation(Orientation.VERTICAL);
    text = new SqlView("squash-text", background);
    agreed.setId("squash-agreed");
    agreed.selectedProperty().bindBidirectional(model.agreedProperty());
    cautions.setId("squash-cautions");
    files.setId("squash-files");
    VBox all = new VBox(16, proved, cautions, files);
    all.getStyleClass().add("form-content");
    ScrollPane scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("form-scroll");
    getItems().addAll(scroll, text);
    setDividerPositions(0.45);
    model.cautionsProperty().subscribe(this::caution);
    model.messageProperty().subscribe(words -> show());
    title.setId("squash-files-title");
    model.oldFiles().folderProperty().subscribe(now -> title.setText(model.oldFiles().words()));
  }

  void show(SquashProof proof) {
    Squashed squashed = proof.squashed();
    boolean back = squashed.revision().wayBack() instanceof WayBack.Downgrade;
    proved
        .getChildren()
        .setAll(
            new VerdictLine(
                "squash-verdict",
                VerdictLine.Sort.GOOD,
                "%d revisions are one, with the same schema on PostgreSQL %d."
                    .formatted(squashed.ids().size(), squashed.serverVersion()),
                back ? "Its way back leads back: up, down and up again were tried." : ""));
    int place = 0;
    for (String remark : squashed.remarks()) {
      proved
          .getChildren()
          .add(new VerdictLine("squash-remark-" + place++, VerdictLine.Sort.WARNING, remark, ""));
    }
    files.getChildren().setAll(title);
    squashed.files().forEach(file -> files.getChildren().add(line(file)));
    show();
  }

  private void show() {
    model.squashed().map(Squashed::text).ifPresent(text::show);
  }

  private HBox line(Path file) {
    Label name = Nodes.label(model.shown(file), "mono");
    HBox line = new HBox(8, new FontIcon(Feather.FILE_MINUS), name);
    line.getStyleClass().add("squash-file");
    return line;
  }

  private void caution(List<Caution> now) {
    cautions.getChildren().clear();
    int place = 0;
    for (Caution one : now) {
      cautions
          .getChildren()
          .add(
              new VerdictLine(
                  "squash-caution-" + place++,
                  one.forbids() ? VerdictLine.Sort.BAD : VerdictLine.Sort.WARNING,
                  one.words(),
                  ""));
    }
    if (!now.isEmpty() && now.stream().noneMatch(Caution::forbids)) {
      cautions.getChildren().add(agreed);
    }
    Nodes.show(cautions, !now.isEmpty());
  }
}
