package dev.retort.ui.profile;

import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.session.Trouble;
import dev.retort.ui.widget.Nodes;
import dev.retort.ui.widget.Slow;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Why the chosen database's position is not known, and what to do: wait for the next attempt, try
 * again, or type the password. Nothing but a line of text and a field in the window; never a
 * dialog.
 */
public final class TroublePane extends VBox {
  private static final String EXPIRED =
      "It answers the same where the password has expired (VALID UNTIL); whoever looks after the"
          + " server can tell.";

  private final ProjectSession session;
  private final PasswordModel passwords;
  private final FontIcon icon = new FontIcon(Feather.ALERT_TRIANGLE);
  private final Label message = wrapped("database-message", "strong");
  private final Label hint = wrapped("database-hint", "muted");
  private final HBox banner;
  private final PasswordField field = new PasswordField();
  private ReadOnlyBooleanProperty slow = new ReadOnlyBooleanWrapper(false);

  /** The pane of a session; takes no room while all is well. */
  public TroublePane(ProjectSession session, PasswordModel passwords) {
    this.session = session;
    this.passwords = passwords;
    icon.getStyleClass().add("trouble-icon");
    Label next = Nodes.label("", "muted");
    next.setId("retry-in");
    next.setMinWidth(USE_PREF_SIZE);
    next.textProperty().bind(Bindings.createStringBinding(this::nextAttempt, next()));
    Nodes.show(next, false);
    next.textProperty().subscribe(text -> Nodes.show(next, !text.isEmpty()));
    Button retry = Nodes.button("retry", "Try again");
    retry.setOnAction(event -> session.refresh());
    VBox words = new VBox(4, message, passwordLine(), hint);
    HBox.setHgrow(words, Priority.ALWAYS);
    VBox ways = new VBox(6, retry, next);
    ways.getStyleClass().add("trouble-ways");
    ways.setMinWidth(USE_PREF_SIZE);
    passwords.wantedProperty().subscribe(wanted -> Nodes.show(ways, !wanted));
    banner = new HBox(icon, words, ways);
    banner.setId("database-trouble");
    banner.getStyleClass().addAll("banner", "trouble");
    Nodes.show(banner, false);
    getChildren().setAll(connecting(), banner, notice());
    session.databaseTroubleProperty().subscribe(this::show);
    passwords.wantedProperty().subscribe(wanted -> restyle());
  }

  private javafx.beans.Observable[] next() {
    return new javafx.beans.Observable[] {
      session.recovery().secondsProperty(),
      session.busyProperty(),
      session.databaseTroubleProperty(),
      passwords.wantedProperty()
    };
  }

  private String nextAttempt() {
    int seconds = session.recovery().secondsProperty().get();
    if (session.busyProperty().get()) {
      return "Trying…";
    }
    return seconds > 0 ? "by itself in " + seconds + " s" : "";
  }

  private void show(Optional<Trouble> trouble) {
    // Taking it off the screen would hand the keyboard to whatever comes next.
    Nodes.show(banner, trouble.isPresent());
    trouble.ifPresent(
        now -> {
          say(now);
          restyle();
          toPassword();
        });
  }

  /** A password that is refused is said once, beside the field where another can be typed. */
  private void say(Trouble now) {
    boolean again = passwords.again();
    message.setText(again ? "The password of " + passwords.whose() + "?" : now.message());
    hint.setText(again ? EXPIRED : now.hint());
    Nodes.show(hint, !hint.getText().isEmpty());
  }

  /** A question is no failure, and does not look like one. */
  private void restyle() {
    boolean asks = passwords.wantedProperty().get();
    icon.setIconCode(asks ? Feather.KEY : Feather.ALERT_TRIANGLE);
    banner.getStyleClass().removeAll("banner-danger", "banner-question");
    banner.getStyleClass().add(asks ? "banner-question" : "banner-danger");
  }

  private FlowPane passwordLine() {
    field.setId("password");
    field.setPrefWidth(240);
    field.textProperty().bindBidirectional(passwords.typedProperty());
    Button connect = Nodes.button("connect", "Connect", "accent");
    connect.disableProperty().bind(passwords.typedProperty().isEmpty().or(session.busyProperty()));
    connect.setOnAction(
        event -> {
          // A button that is disabled while it has the keyboard gives it to its neighbour.
          field.requestFocus();
          passwords.submit();
        });
    field.setOnAction(event -> passwords.submit());
    CheckBox remember = new CheckBox("Remember in the key ring");
    remember.setId("remember-password");
    remember.selectedProperty().bindBidirectional(passwords.rememberProperty());
    Label sessionOnly =
        Nodes.label("No key ring here: it is known until Retort is closed", "muted");
    sessionOnly.setId("session-only");
    passwords
        .canRememberProperty()
        .subscribe(
            can -> {
              Nodes.show(remember, can);
              Nodes.show(sessionOnly, !can);
            });
    Label refused = Nodes.label("", "danger-text", "strong");
    refused.setId("password-refused");
    refused.textProperty().bind(passwords.refusedProperty());
    passwords
        .refusedProperty()
        .subscribe(
            text -> {
              Nodes.show(refused, !text.isEmpty());
              field.setAccessibleHelp(text);
              field.getStyleClass().remove("field-wrong");
              if (!text.isEmpty()) {
                field.getStyleClass().add("field-wrong");
              }
              session.databaseTroubleProperty().get().ifPresent(this::say);
            });
    FlowPane line = new FlowPane(12, 8, field, connect, remember, sessionOnly, refused);
    line.setId("password-line");
    line.getStyleClass().add("password-line");
    passwords
        .wantedProperty()
        .subscribe(
            wanted -> {
              Nodes.show(line, wanted);
              if (wanted) {
                field.setPromptText("Password");
                field.setAccessibleText("Password of " + passwords.whose());
                toPassword();
              }
            });
    return line;
  }

  /** Nobody who is typing elsewhere is to find their words in a password field. */
  private void toPassword() {
    boolean typing =
        getScene() != null
            && getScene().getFocusOwner() instanceof TextInputControl other
            && !other.equals(field)
            && !other.getText().isEmpty();
    if (passwords.wantedProperty().get() && !typing) {
      field.requestFocus();
    }
  }

  /** The first look at a database may take a while, above all one that does not answer. */
  private HBox connecting() {
    ProgressIndicator wheel = new ProgressIndicator();
    wheel.setPrefSize(16, 16);
    wheel.setMinSize(16, 16);
    Label words = wrapped("connecting-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    Button stop = Nodes.button("stop-connecting", "Stop");
    stop.setOnAction(event -> session.stopLooking());
    HBox line = new HBox(wheel, words, stop);
    line.setId("connecting");
    line.getStyleClass().addAll("banner", "banner-question", "connecting");
    slow = Slow.of(session.busyProperty());
    BooleanBinding first =
        Bindings.createBooleanBinding(
            () ->
                slow.get()
                    && session.projectProperty().get().isPresent()
                    && session.positionProperty().get().isEmpty()
                    && session.databaseTroubleProperty().get().isEmpty(),
            slow,
            session.projectProperty(),
            session.positionProperty(),
            session.databaseTroubleProperty());
    line.visibleProperty().bind(first);
    line.managedProperty().bind(first);
    first.subscribe(
        now ->
            words.setText(
                session
                    .connectionProperty()
                    .get()
                    .filter(one -> one.sandbox())
                    .map(one -> "Starting the sandbox, an embedded PostgreSQL…")
                    .orElse("Connecting to the database…")));
    return line;
  }

  private HBox notice() {
    Label text = wrapped("password-notice");
    text.textProperty().bind(passwords.noticeProperty());
    HBox.setHgrow(text, Priority.ALWAYS);
    Button close = Nodes.iconButton("close-notice", Feather.X, "Put this notice away");
    close.getStyleClass().add("in-field");
    close.setOnAction(event -> passwords.read());
    HBox line = new HBox(new FontIcon(Feather.INFO), text, close);
    line.getStyleClass().addAll("banner", "banner-question");
    passwords.noticeProperty().subscribe(now -> Nodes.show(line, !now.isEmpty()));
    return line;
  }

  private static Label wrapped(String id, String... styles) {
    Label label = Nodes.label("", styles);
    label.setId(id);
    label.setWrapText(true);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }
}
