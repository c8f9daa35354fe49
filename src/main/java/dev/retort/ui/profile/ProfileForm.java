package dev.retort.ui.profile;

import dev.retort.profile.Environment;
import dev.retort.ui.widget.Nodes;
import java.io.File;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.controlsfx.validation.ValidationResult;
import org.controlsfx.validation.ValidationSupport;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The form of one profile: a URL above, the same in fields below it, what a test found, Save.
 * Ctrl-Enter saves, Ctrl-T tests, Escape leaves.
 */
public final class ProfileForm extends BorderPane {
  private static final List<String> SSL_MODES =
      List.of("", "disable", "allow", "prefer", "require", "verify-ca", "verify-full");

  private final ProfileFormModel model;
  private final Map<Field, Control> controls = new EnumMap<>(Field.class);
  private final ValidationSupport validation = new ValidationSupport();

  /** The form of a model. */
  public ProfileForm(ProfileFormModel model) {
    this.model = model;
    setId("profile-form");
    getStyleClass().addAll("panel", "profile-form");
    setTop(header());
    VBox content = new VBox(16, url(), grid(), guard());
    content.getStyleClass().add("form-content");
    content.setMaxWidth(760);
    HBox.setHgrow(content, Priority.ALWAYS);
    ScrollPane scroll = new ScrollPane(new HBox(content));
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("form-scroll");
    setCenter(scroll);
    setBottom(footer());
    validate();
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      model.leave();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
      model.save();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.T) {
      test();
    } else {
      return;
    }
    event.consume();
  }

  private void test() {
    if (!(model.testProperty().get() instanceof TestState.Running)) {
      model.test();
    }
  }

  private HBox header() {
    Button back = Nodes.iconButton("leave-profile", Feather.ARROW_LEFT, "Leave without saving");
    back.setOnAction(event -> model.leave());
    MenuButton services =
        new MenuButton("Import from pg_service.conf", new FontIcon(Feather.DOWNLOAD));
    services.setId("import-service");
    services.setAccessibleText("Import from pg_service.conf");
    model.services().addListener((ListChangeListener<String>) change -> fill(services));
    fill(services);
    HBox header = new HBox(back, Nodes.label(model.title(), "title"), Nodes.spacer(), services);
    header.getStyleClass().add("page-title");
    return header;
  }

  private void fill(MenuButton services) {
    services.getItems().clear();
    for (String service : model.services()) {
      MenuItem item = new MenuItem(service);
      item.setMnemonicParsing(false);
      item.setOnAction(event -> model.importService(service));
      services.getItems().add(item);
    }
    Nodes.show(services, !model.services().isEmpty());
  }

  private Node url() {
    TextField field = text(Field.URL, "postgresql://user@host:5432/database");
    field.getStyleClass().add("mono");
    return new FormField(
        model,
        Field.URL,
        field,
        Nodes.label(
            "Paste a postgresql:// or jdbc: URL, or fill in the fields below", "field-help"));
  }

  private GridPane grid() {
    GridPane grid = new GridPane(16, 16);
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    grid.getColumnConstraints().addAll(half, half);
    grid.addRow(0, field(Field.NAME, "staging"), environment());
    grid.addRow(1, field(Field.HOST, "localhost"), field(Field.PORT, "5432"));
    grid.addRow(2, field(Field.DATABASE, ""), field(Field.USER, "your own name"));
    grid.addRow(3, password(), sslMode());
    grid.addRow(4, file(Field.ROOT_CERTIFICATE, "~/.postgresql/root.crt, or system"));
    grid.addRow(5, file(Field.CERTIFICATE, "none"), file(Field.KEY, "none"));
    return grid;
  }

  private FormField field(Field field, String prompt) {
    return new FormField(model, field, text(field, prompt));
  }

  private TextField text(Field field, String prompt) {
    TextField text = new TextField();
    text.setPromptText(prompt);
    text.textProperty().bindBidirectional(model.text(field));
    controls.put(field, text);
    return text;
  }

  private Node file(Field field, String prompt) {
    TextField text = text(field, prompt);
    FormField column = new FormField(model, field, text);
    Button choose = Nodes.iconButton(field.id() + "-choose", Feather.FOLDER, "Choose a file");
    choose.setOnAction(
        event -> {
          FileChooser chooser = new FileChooser();
          chooser.setTitle(field.words());
          Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()))
              .map(File::getPath)
              .ifPresent(text::setText);
        });
    int place = column.getChildren().indexOf(text);
    HBox line = new HBox(4, choose);
    column.getChildren().set(place, line);
    line.getChildren().addFirst(text);
    HBox.setHgrow(text, Priority.ALWAYS);
    return column;
  }

  private Node environment() {
    ToggleGroup group = new ToggleGroup();
    HBox pills = new HBox();
    pills.setId("profile-environment");
    for (Environment one : Environment.values()) {
      String word =
          one.name().charAt(0) + one.name().substring(1).toLowerCase(java.util.Locale.ROOT);
      javafx.scene.shape.Circle dot = new javafx.scene.shape.Circle(4);
      dot.getStyleClass().add("dot-" + one.name().toLowerCase(java.util.Locale.ROOT));
      ToggleButton pill = new ToggleButton(word, dot);
      pill.setId("environment-" + one.name().toLowerCase(java.util.Locale.ROOT));
      pill.setAccessibleText("Environment: " + word);
      pill.setMinWidth(USE_PREF_SIZE);
      pill.setToggleGroup(group);
      pill.getStyleClass()
          .addAll(
              "environment-pill",
              switch (one) {
                case DEVELOPMENT -> "left-pill";
                case STAGING -> "center-pill";
                case PRODUCTION -> "right-pill";
              });
      model.environmentProperty().subscribe(now -> pill.setSelected(now == one));
      pill.setOnAction(
          event -> {
            model.choose(one);
            pill.setSelected(true);
          });
      pills.getChildren().add(pill);
    }
    Label help = Nodes.label("", "field-help");
    help.setWrapText(true);
    model
        .environmentProperty()
        .subscribe(
            now ->
                help.setText(
                    switch (now) {
                      case DEVELOPMENT, STAGING -> "";
                      case PRODUCTION -> "Asks for the database's name before every run";
                    }));
    help.textProperty().subscribe(text -> Nodes.show(help, !text.isEmpty()));
    return new VBox(4, Nodes.label("Environment", "field-name"), pills, help);
  }

  private Node sslMode() {
    ComboBox<String> box = new ComboBox<>();
    box.getItems().setAll(SSL_MODES);
    box.setConverter(
        new javafx.util.StringConverter<>() {
          @Override
          public String toString(String mode) {
            return mode == null || mode.isEmpty() ? "prefer, as libpq does" : mode;
          }

          @Override
          public String fromString(String words) {
            return words;
          }
        });
    box.valueProperty().bindBidirectional(model.text(Field.SSL_MODE));
    controls.put(Field.SSL_MODE, box);
    return new FormField(model, Field.SSL_MODE, box);
  }

  private Node password() {
    PasswordField field = new PasswordField();
    field.setId("profile-password");
    field.setAccessibleText("Password");
    field.setPromptText("asked for when the server does");
    field.textProperty().bindBidirectional(model.passwordProperty());
    CheckBox remember = new CheckBox("Remember in the key ring");
    remember.setId("profile-remember");
    remember.selectedProperty().bindBidirectional(model.rememberProperty());
    Label none = Nodes.label("No key ring here: it is known until Retort is closed", "field-help");
    none.setWrapText(true);
    model
        .canRememberProperty()
        .subscribe(
            can -> {
              Nodes.show(remember, can);
              Nodes.show(none, !can);
            });
    return new VBox(4, Nodes.label("Password", "field-name"), field, remember, none);
  }

  private Node guard() {
    CheckBox readOnly = new CheckBox("Read-only");
    readOnly.setId("profile-read-only");
    readOnly.selectedProperty().bindBidirectional(model.readOnlyProperty());
    Label help =
        Nodes.label(
            "The server itself refuses every write; plans can be looked at, but not run",
            "field-help");
    help.setWrapText(true);
    return new VBox(4, readOnly, help);
  }

  private HBox footer() {
    Button test = Nodes.button("test-profile", "Test connection");
    // It is not disabled while it tests: the keyboard would go on to Cancel, and Space with it.
    test.setOnAction(event -> test());
    Label notice = Nodes.label("", "danger-text");
    notice.setId("profile-notice");
    notice.setWrapText(true);
    notice.textProperty().bind(model.noticeProperty());
    notice.setMaxWidth(Double.MAX_VALUE);
    TestPane found = new TestPane(model);
    // What the test found gives way to what keeps the profile from being saved.
    notice
        .textProperty()
        .subscribe(
            words -> {
              Nodes.show(notice, !words.isEmpty());
              Nodes.show(found, words.isEmpty());
            });
    HBox.setHgrow(notice, Priority.ALWAYS);
    HBox.setHgrow(found, Priority.ALWAYS);
    VBox guard = guardName();
    Button leave = Nodes.button("cancel-profile", "Cancel");
    leave.setOnAction(event -> model.leave());
    Button save = Nodes.button("save-profile", "Save profile", "accent");
    save.disableProperty().bind(model.savingProperty());
    save.setOnAction(event -> model.save());
    HBox footer = new HBox(test, found, notice, guard, leave, save);
    footer.getStyleClass().add("action-bar");
    return footer;
  }

  /** Taking a guard off production asks for what running there asks for. */
  private VBox guardName() {
    Label label = Nodes.label("", "field-name");
    label.setMinWidth(USE_PREF_SIZE);
    TextField typed = new TextField();
    typed.setId("guard-name");
    typed.setMinWidth(160);
    typed.textProperty().bindBidirectional(model.guardNameProperty());
    VBox box = new VBox(4, label, typed);
    model
        .guardedProperty()
        .subscribe(
            database -> {
              label.setText("Type " + database + " to save");
              typed.setPromptText(database);
              typed.setAccessibleText(
                  "Type the production database's name, " + database + ", to save");
              Nodes.show(box, !database.isEmpty());
              if (!database.isEmpty()) {
                typed.requestFocus();
              }
            });
    return box;
  }

  /** The model decides; ControlsFX marks the controls. */
  private void validate() {
    validation.setValidationDecorator(new FieldDecoration());
    validation.setErrorDecorationEnabled(true);
    controls.forEach(
        (field, control) ->
            validation.registerValidator(
                control,
                false,
                (Control one, Object value) ->
                    ValidationResult.fromErrorIf(
                            one,
                            model.errors().getOrDefault(field, ""),
                            model.errors().containsKey(field))
                        .combine(
                            ValidationResult.fromWarningIf(
                                one,
                                model.advice().getOrDefault(field, ""),
                                model.advice().containsKey(field)))));
    model
        .errors()
        .addListener((MapChangeListener<Field, String>) change -> validation.revalidate());
    model
        .advice()
        .addListener((MapChangeListener<Field, String>) change -> validation.revalidate());
  }

  /** Brings the keyboard to the first field. */
  public void begin() {
    Optional.ofNullable(controls.get(Field.URL)).ifPresent(Control::requestFocus);
  }
}
