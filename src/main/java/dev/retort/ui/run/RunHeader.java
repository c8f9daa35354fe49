package dev.retort.ui.run;

import dev.retort.ui.widget.Nodes;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above a plan: what it does and where, from which heads to which, how long it is, its digest. */
final class RunHeader extends HBox {
  private static final int SHORT = 28;
  private static final double WIDE = 1060;

  RunHeader(RunModel model, Review review, Button back) {
    getStyleClass().add("header");
    Label title = Nodes.label(review.title(), "title");
    // What is done is read first; only a profile without a name of its own makes it long.
    title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    title.setMinWidth(review.title().length() <= SHORT ? USE_PREF_SIZE : 240);
    String environment = review.place().environment().name();
    Label chip =
        Nodes.chip(
            environment, "environment", "environment-" + environment.toLowerCase(Locale.ROOT));
    chip.setId("review-environment");
    Label database = Nodes.label(review.place().database(), "mono");
    database.setId("review-database");
    database.setGraphic(new FontIcon(Feather.DATABASE));
    database.setAccessibleText("Database " + review.place().database());
    database.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    database.setTooltip(new Tooltip("Database " + review.place().database()));
    database.setMinWidth(60);
    // A profile without a name of its own is called by its address, which ends in the database.
    Nodes.show(database, !review.title().endsWith("/" + review.place().database()));
    Label way = Nodes.label(model.way(), "mono");
    way.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    way.setTooltip(new Tooltip(model.way()));
    way.setMinWidth(90);
    String digest = model.plan().digest().value().replace("sha256:", "");
    Label shortDigest = Nodes.label(digest.substring(0, Math.min(12, digest.length())), "mono");
    shortDigest.setAccessibleText("Digest of the plan: " + digest);
    shortDigest.setTooltip(new Tooltip("Digest of the plan\n" + digest));
    shortDigest.setMinWidth(USE_PREF_SIZE);
    Label named = Nodes.label("digest", "muted");
    widthProperty().subscribe(width -> Nodes.show(named, width.doubleValue() >= WIDE));
    Button copy = Nodes.iconButton("copy-digest", Feather.COPY, "Copy the whole digest");
    copy.setMinWidth(USE_PREF_SIZE);
    copy.setOnAction(
        event ->
            Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, model.plan().digest().value())));
    back.setMinWidth(USE_PREF_SIZE);
    getChildren()
        .setAll(
            back,
            title,
            chip,
            database,
            way,
            Nodes.chip(model.summary()),
            Nodes.spacer(),
            named,
            shortDigest,
            copy);
  }
}
