package dev.retort.ui.profile;

import dev.retort.ui.profile.ProfileEntry.Origin;
import dev.retort.ui.widget.Nodes;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The profiles at the left of the window. A click, Enter or Space looks at one; E edits, Ctrl-D
 * duplicates and Delete asks whether to delete one of the user's own; N makes a new one.
 */
public final class ProfilesPane extends VBox {
  private static final double ROW = 42;

  private final ProfilesModel model;
  private final ProfileActions actions;
  private final ListView<ProfileEntry> list;
  private final ReadOnlyBooleanWrapper compact = new ReadOnlyBooleanWrapper(false);

  /** The list of a model. */
  public ProfilesPane(ProfilesModel model, ProfileActions actions) {
    this.model = model;
    this.actions = actions;
    getStyleClass().add("profiles");
    Button add = Nodes.iconButton("new-profile", Feather.PLUS, "New profile (N in this list)");
    add.getStyleClass().add("in-field");
    add.setOnAction(event -> actions.create());
    Label name = Nodes.label("PROFILES", "section-title");
    compact.subscribe(narrow -> Nodes.show(name, !narrow));
    HBox title = new HBox(name, Nodes.spacer(), add);
    title.getStyleClass().add("side-title");
    list = new ListView<>(model.entries());
    list.setId("profiles");
    list.setAccessibleText("Connection profiles");
    list.getStyleClass().add("profile-list");
    list.setFixedCellSize(ROW);
    list.setCellFactory(view -> new ProfileCell(model, actions, compact.getReadOnlyProperty()));
    list.setMinHeight(ROW);
    list.prefHeightProperty().bind(Bindings.size(model.entries()).multiply(ROW).add(2));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    Label notice = Nodes.wrapped("");
    notice.setId("profiles-notice");
    notice.getStyleClass().add("side-notice");
    notice.textProperty().bind(model.noticeProperty());
    model.noticeProperty().subscribe(text -> Nodes.show(notice, !text.isEmpty()));
    getChildren().addAll(title, list, question(), notice, flaw());
  }

  /** Makes do with little room, or takes as much as it likes. */
  public void compact(boolean narrow) {
    compact.set(narrow);
  }

  private void key(KeyEvent event) {
    ProfileEntry entry = list.getSelectionModel().getSelectedItem();
    boolean done = true;
    switch (event.getCode()) {
      case ENTER, SPACE -> with(entry, () -> model.choose(entry));
      case E, F2 -> with(entry, () -> edit(entry));
      case D -> done = event.isShortcutDown() && copy(entry);
      case N -> actions.create();
      case DELETE -> with(entry, () -> model.askToDelete(entry));
      default -> done = false;
    }
    if (done) {
      event.consume();
    }
  }

  private static void with(@org.jspecify.annotations.Nullable ProfileEntry entry, Runnable action) {
    if (entry != null) {
      action.run();
    }
  }

  private void edit(ProfileEntry entry) {
    switch (entry.origin()) {
      case OWN -> actions.edit(entry, false);
      case PROJECT -> actions.openFile(entry);
      case SANDBOX, SESSION -> {}
    }
  }

  private boolean copy(@org.jspecify.annotations.Nullable ProfileEntry entry) {
    if (entry == null || entry.definition().isEmpty()) {
      return false;
    }
    actions.edit(entry, true);
    return true;
  }

  private VBox question() {
    Label words = Nodes.wrapped("");
    Button delete = Nodes.button("delete-profile", "Delete", "danger", "small");
    Button keep = Nodes.button("keep-profile", "Keep", "small");
    delete.setOnAction(event -> model.delete());
    keep.setOnAction(event -> model.keep());
    delete.disableProperty().bind(model.undeletable());
    TextField typed = new TextField();
    typed.setId("delete-name");
    typed.textProperty().bindBidirectional(model.typedNameProperty());
    typed.setOnAction(event -> model.delete());
    model
        .nameToDeleteProperty()
        .subscribe(
            name -> {
              typed.setPromptText(name);
              typed.setAccessibleText("Type " + name + " to delete the profile");
              Nodes.show(typed, !name.isEmpty());
            });
    VBox question = new VBox(8, words, typed, new FlowPane(8, 8, delete, keep));
    question.setId("delete-question");
    question.getStyleClass().add("side-question");
    model
        .doomedProperty()
        .subscribe(
            doomed -> {
              Nodes.show(question, doomed.isPresent());
              doomed.ifPresent(
                  entry -> {
                    String name = model.nameToDeleteProperty().get();
                    words.setText(
                        "Delete the profile "
                            + entry.name()
                            + "? The database stays as it is"
                            + (name.isEmpty()
                                ? "."
                                : ", and is guarded no more: type " + name + " to delete it."));
                    (name.isEmpty() ? keep : typed).requestFocus();
                  });
            });
    return question;
  }

  private Label flaw() {
    Label flaw = Nodes.wrapped("");
    flaw.setId("profiles-problem");
    flaw.getStyleClass().add("side-flaw");
    flaw.textProperty().bind(model.problemProperty());
    model.problemProperty().subscribe(text -> Nodes.show(flaw, !text.isEmpty()));
    return flaw;
  }

  /** Brings the keyboard to the list, on the profile that is looked at. */
  public void toList() {
    list.requestFocus();
    model.entries().stream()
        .filter(entry -> entry.name().equals(model.currentProperty().get()))
        .filter(entry -> entry.origin() != Origin.SESSION)
        .findFirst()
        .ifPresent(entry -> list.getSelectionModel().select(entry));
  }
}
