package dev.retort.ui.profile;

import dev.retort.ui.profile.ProfileEntry.Origin;
import dev.retort.ui.widget.Nodes;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A profile in the list: its environment by colour and by word, a lock if it is read-only. */
final class ProfileCell extends ListCell<ProfileEntry> {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  /** A name of so few letters is never cut. */
  private static final int SHORT = 12;

  private final ProfilesModel model;
  private final ProfileActions actions;
  private final Circle dot = new Circle(4);
  private final Label name = Nodes.label("", "profile-name");
  private final Label words = Nodes.label("", "profile-words");
  private final Label heads = Nodes.label("", "profile-heads");
  private final FontIcon lock = new FontIcon(Feather.LOCK);
  private final Label initials = Nodes.label("", "profile-initials");
  private final VBox text;
  private final HBox row;
  // A list keeps more cells than rows; what they listen with goes when they go.
  private final InvalidationListener changes = observable -> refresh();

  /**
   * A cell.
   *
   * @param compact whether there is room for two letters of the name alone
   */
  ProfileCell(ProfilesModel model, ProfileActions actions, ReadOnlyBooleanProperty compact) {
    this.model = model;
    this.actions = actions;
    HBox first = new HBox(6, name, lock, Nodes.spacer(), heads);
    first.setMinWidth(0);
    first.getStyleClass().add("profile-line");
    text = new VBox(first, words);
    text.setMinWidth(0);
    text.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(text, Priority.ALWAYS);
    // A long id gives way to the name, and keeps its two ends.
    words.setMinWidth(0);
    heads.setMinWidth(0);
    heads.setMaxWidth(56);
    heads.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    initials.setMinWidth(USE_PREF_SIZE);
    lock.getStyleClass().add("profile-lock");
    row = new HBox(10, dot, initials, text);
    row.getStyleClass().add("profile-row");
    row.setMinWidth(0);
    row.setPrefWidth(1);
    compact.subscribe(
        narrow -> {
          Nodes.show(text, !narrow);
          Nodes.show(initials, narrow);
          row.setSpacing(narrow ? 5 : 10);
        });
    model.currentProperty().addListener(changes);
    model.heads().addListener(changes);
    model.unreachableProperty().addListener(changes);
    setOnMouseClicked(
        event -> {
          ProfileEntry entry = getItem();
          if (entry != null && event.getButton() == javafx.scene.input.MouseButton.PRIMARY) {
            model.choose(entry);
          }
        });
  }

  @Override
  protected void updateItem(@Nullable ProfileEntry entry, boolean empty) {
    super.updateItem(entry, empty);
    refresh();
  }

  private void refresh() {
    ProfileEntry entry = getItem();
    boolean filled = entry != null && !isEmpty();
    setGraphic(filled ? row : null);
    setContextMenu(null);
    pseudoClassStateChanged(CURRENT, filled && entry.name().equals(model.currentProperty().get()));
    if (!filled) {
      setTooltip(null);
      return;
    }
    boolean current = entry.name().equals(model.currentProperty().get());
    name.setText(entry.name());
    name.setMinWidth(entry.name().length() <= SHORT ? USE_PREF_SIZE : 48);
    initials.setText(entry.name().substring(0, Math.min(2, entry.name().length())));
    words.setText(besideTheName(entry));
    words.getStyleClass().remove("danger-text");
    if (!entry.flaw().isEmpty()) {
      words.getStyleClass().add("danger-text");
    }
    Nodes.show(lock, entry.readOnly());
    String at = model.heads().getOrDefault(entry.name(), "");
    heads.setText(at);
    Nodes.show(heads, !at.isEmpty());
    dot.getStyleClass()
        .setAll(
            "profile-dot",
            entry.origin() == Origin.SANDBOX
                ? "dot-sandbox"
                : "dot-" + entry.environment().name().toLowerCase(Locale.ROOT));
    boolean away = current && model.unreachableProperty().get();
    if (away) {
      dot.getStyleClass().add("unreachable");
    }
    setTooltip(new Tooltip(entry.name() + "\n" + entry.address() + "\n" + entry.words()));
    setAccessibleText(
        entry.name()
            + ", "
            + entry.words()
            + (current ? ", looked at" : "")
            + (away ? ", out of reach" : "")
            + (at.isEmpty() ? "" : ", at " + at));
    setContextMenu(menu(entry));
  }

  /** A profile that is called as its environment says where it leads instead. */
  private static String besideTheName(ProfileEntry entry) {
    String environment = entry.environment().name().toLowerCase(Locale.ROOT);
    boolean twice =
        entry.flaw().isEmpty()
            && entry.name().equalsIgnoreCase(environment)
            && entry.words().startsWith(environment);
    if (!twice) {
      return entry.words();
    }
    String rest = entry.words().substring(environment.length()).replaceAll("[(),]", "").strip();
    return rest.isEmpty() ? entry.address() : rest;
  }

  private ContextMenu menu(ProfileEntry entry) {
    ContextMenu menu = new ContextMenu();
    if (entry.origin() != Origin.SESSION) {
      menu.getItems().add(item("Look at " + entry.name(), () -> model.choose(entry)));
    }
    switch (entry.origin()) {
      case OWN ->
          menu.getItems()
              .addAll(
                  item("Edit…", () -> actions.edit(entry, false)),
                  item("Duplicate…", () -> actions.edit(entry, true)),
                  item("Delete…", () -> model.askToDelete(entry)));
      case PROJECT ->
          menu.getItems()
              .addAll(
                  item("Open the project's file", () -> actions.openFile(entry)),
                  item("Make my own copy…", () -> actions.edit(entry, true)));
      case SANDBOX, SESSION -> {}
    }
    return menu;
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }
}
