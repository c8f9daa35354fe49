package dev.retort.ui.profile;

import dev.retort.engine.Connection;
import dev.retort.problem.RetortException;
import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.Profile;
import dev.retort.profile.Secret;
import dev.retort.profile.secret.Account;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.session.Trouble;
import dev.retort.ui.task.Background;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The password that the chosen database asks for: typed, tried, and kept in the key ring once the
 * server has taken it, if the user wants that and there is one. Otherwise it is known until the
 * client is closed.
 */
public final class PasswordModel {
  private static final String ASKED = "password";

  private final ProjectSession session;
  private final Background background;
  private final PasswordKeeper keeper;
  private final StringProperty typed = new SimpleStringProperty("");
  private final BooleanProperty remember = new SimpleBooleanProperty(false);
  private final ReadOnlyBooleanWrapper wanted = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper canRemember = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private Optional<Tried> tried = Optional.empty();

  private record Tried(ConnectionSettings settings, Secret password, boolean keep) {}

  /** Asks for passwords of a session. Toolkit's thread. */
  public PasswordModel(ProjectSession session, Background background, PasswordKeeper keeper) {
    this.session = session;
    this.background = background;
    this.keeper = keeper;
    session.databaseTroubleProperty().subscribe(this::show);
    session
        .busyProperty()
        .addListener(
            (observable, before, busy) -> {
              if (!busy) {
                answered();
              }
            });
    session.positionProperty().addListener((observable, before, now) -> now.ifPresent(p -> keep()));
    background.run(
        keeper::possible,
        canRemember::set,
        problem -> notice.set("The key ring cannot be asked for: " + problem.getMessage()));
  }

  private void show(Optional<Trouble> trouble) {
    boolean now = trouble.filter(Trouble::aboutPassword).isPresent() && settings().isPresent();
    if (!now) {
      typed.set("");
    }
    if (!now || !trouble.map(Trouble::code).orElse("").equals(ASKED)) {
      // Where the role itself may not come in, the server's own words say why.
      refused.set("");
    }
    wanted.set(now);
  }

  /** The same trouble as before the attempt makes no event of its own. */
  private void answered() {
    if (triedHere().isPresent() && wanted.get()) {
      typed.set("");
      if (again()) {
        refused.set("The server does not take this password.");
      }
    }
  }

  /** Tries what was typed; does nothing while there is nothing, or an attempt is under way. */
  public void submit() {
    Optional<ConnectionSettings> settings = settings();
    if (settings.isEmpty() || typed.get().isEmpty() || session.busyProperty().get()) {
      return;
    }
    Secret password = new Secret(typed.get());
    tried = Optional.of(new Tried(settings.get(), password, remember.get() && canRemember.get()));
    refused.set("");
    session.useTyped(settings.get(), password);
  }

  private void keep() {
    Optional<Tried> good = triedHere();
    tried = Optional.empty();
    good.filter(Tried::keep)
        .ifPresent(
            one ->
                background.run(
                    () -> {
                      keeper.keep(one.settings(), one.password());
                      return true;
                    },
                    kept -> notice.set("The password is in the key ring now."),
                    problem -> notice.set(sessionOnly(problem))));
  }

  /** What was typed for another database says nothing about this one. */
  private Optional<Tried> triedHere() {
    return tried.filter(one -> settings().filter(s -> same(s, one)).isPresent());
  }

  private static boolean same(ConnectionSettings settings, Tried one) {
    return Account.of(settings).equals(Account.of(one.settings()));
  }

  /** What is said where a password could not be kept. */
  static String sessionOnly(Throwable problem) {
    String why = problem instanceof RetortException known ? known.message() : problem.toString();
    return "The password is known until Retort is closed, and kept nowhere: " + why;
  }

  private Optional<ConnectionSettings> settings() {
    return session
        .connectionProperty()
        .get()
        .map(Connection::profile)
        .map(Profile::target)
        .flatMap(
            target ->
                switch (target) {
                  case Profile.Target.Sandbox sandbox -> Optional.empty();
                  case Profile.Target.Server(ConnectionSettings settings) -> Optional.of(settings);
                });
  }

  /** Whose password is asked for: {@code role at host}. */
  public String whose() {
    return settings()
        .map(one -> one.user() + " at " + one.hosts().getFirst() + "/" + one.database())
        .orElse("");
  }

  /**
   * Whether a password was typed already, and another is asked for: then what is wrong is said
   * beside the field, and nowhere else.
   */
  boolean again() {
    return triedHere().isPresent()
        && wanted.get()
        && session
            .databaseTroubleProperty()
            .get()
            .filter(trouble -> trouble.code().equals(ASKED))
            .isPresent();
  }

  /** Puts the notice away. */
  public void read() {
    notice.set("");
  }

  /** What is typed. */
  public StringProperty typedProperty() {
    return typed;
  }

  /** Whether it is to be kept in the key ring. */
  public BooleanProperty rememberProperty() {
    return remember;
  }

  /** Whether there is a key ring to keep it in. */
  public ReadOnlyBooleanProperty canRememberProperty() {
    return canRemember.getReadOnlyProperty();
  }

  /** Whether a password is wanted. */
  public ReadOnlyBooleanProperty wantedProperty() {
    return wanted.getReadOnlyProperty();
  }

  /** That what was typed last is wrong; empty otherwise. */
  public ReadOnlyStringProperty refusedProperty() {
    return refused.getReadOnlyProperty();
  }

  /** What became of keeping it; empty if there is nothing to say. */
  public ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }
}
