package dev.retort.ui.profile;

import dev.retort.engine.Project;
import dev.retort.profile.Environment;
import dev.retort.profile.Profile;
import dev.retort.profile.RunLimits;
import dev.retort.profile.Secret;
import dev.retort.profile.file.ProfileDefinition;
import dev.retort.profile.file.ProfileTables;
import dev.retort.profile.libpq.LibpqDefaults;
import dev.retort.profile.libpq.ServiceFiles;
import dev.retort.profile.url.ConnectionOptions;
import dev.retort.ui.profile.FormRules.Names;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.session.Trouble;
import dev.retort.ui.task.Background;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/**
 * One of the user's profiles being written: what is typed, what is wrong with it, what a test of it
 * finds, and the saving. The file never gets a password. Toolkit's thread.
 */
public final class ProfileFormModel {
  private final ProjectSession session;
  private final Background background;
  private final Address address;
  private final Optional<ProfileDefinition> original;
  private final Names others;
  private final Consumer<String> say;
  private final Consumer<Optional<ProfileDefinition>> done;
  private final StringProperty name = new SimpleStringProperty("");
  private final ObjectProperty<Environment> environment =
      new SimpleObjectProperty<>(Environment.DEVELOPMENT);
  private final BooleanProperty readOnly = new SimpleBooleanProperty(false);
  private final BooleanProperty remember = new SimpleBooleanProperty(false);
  private final ReadOnlyBooleanWrapper canRemember = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper guarded = new ReadOnlyStringWrapper("");
  private final StringProperty guardName = new SimpleStringProperty("");
  private final Tester tester;
  private final ProfileSaver saver;
  private final FormChecks wrong = new FormChecks();
  private final ObservableList<String> services = FXCollections.observableArrayList();
  private boolean environmentChosen;
  private int checks;

  /**
   * A form.
   *
   * @param original the profile that is edited; empty for a new one
   * @param start what it starts from; empty for nothing
   * @param others the names that are taken by other profiles
   * @param say takes what is still to be said once the form is gone
   * @param done told when it is saved, or left without
   */
  ProfileFormModel(
      ProjectSession session,
      Background background,
      PasswordKeeper keeper,
      Optional<ProfileDefinition> original,
      Optional<ProfileDefinition> start,
      Names others,
      Consumer<String> say,
      Consumer<Optional<ProfileDefinition>> done) {
    this.say = say;
    this.session = session;
    this.background = background;
    this.tester = new Tester(session, background);
    this.saver = new ProfileSaver(session, keeper, original);
    this.original = original;
    this.others = others;
    this.done = done;
    this.address = new Address(background, this::changed);
    start.ifPresent(this::fill);
    name.addListener((observable, before, now) -> named(now));
    address.password().addListener((observable, before, now) -> tester.forget());
    for (Field field : Field.values()) {
      text(field).addListener((observable, before, now) -> wrong.touch(Stream.of(field)));
    }
    background.run(keeper::possible, canRemember::set, this::fail);
    background.run(
        () -> ServiceFiles.names(session.retort().surroundings().user()),
        services::setAll,
        this::fail);
    check();
  }

  private void fill(ProfileDefinition start) {
    name.set(original.isPresent() ? start.name() : FormNames.copyOf(start.name(), others));
    environment.set(start.environment());
    environmentChosen = true;
    readOnly.set(start.readOnly());
    address.show(start.options());
  }

  /** A name that says what it is for is believed, until the environment is chosen by hand. */
  private void named(String now) {
    if (!environmentChosen) {
      environment.set(ProfileTables.environmentOf(now.strip()));
    }
    check();
  }

  /** Chooses the environment by hand. */
  public void choose(Environment chosen) {
    environmentChosen = true;
    environment.set(chosen);
  }

  private void changed() {
    tester.forget();
    check();
  }

  private void check() {
    notice.set("");
    ConnectionOptions options = address.options();
    wrong.quick(
        FormRules.check(name.get(), options, address.urlProblem(), others),
        FormRules.advise(name.get(), options, others));
    int question = ++checks;
    LibpqDefaults libpq = new LibpqDefaults(session.retort().surroundings().user());
    background.run(
        () -> FormRules.checkFiles(options, libpq),
        found -> {
          if (question == checks) {
            wrong.slow(found);
          }
        },
        this::fail);
  }

  /** The user has gone on to another field. */
  void left(Field field) {
    if (field == Field.URL) {
      address.tidy();
    }
    if (!text(field).get().isEmpty()) {
      wrong.touch(Stream.of(field));
    }
  }

  /** Fills in what a service of {@code pg_service.conf} says. */
  void importService(String service) {
    background.run(
        () -> ServiceFiles.read(session.retort().surroundings().user(), service),
        found -> {
          address.show(found);
          if (name.get().isBlank()) {
            name.set(service);
          }
        },
        this::fail);
  }

  /** Tries to connect with what is typed. */
  void test() {
    // It may be tried before it has a name.
    wrong.touch(Stream.of(Field.values()).filter(field -> field != Field.NAME));
    Optional<Project> project = session.projectProperty().get();
    if (project.isEmpty() || wrong.wrongBesides(Field.NAME)) {
      return;
    }
    tester.test(
        project.get(), draft(name.get().isBlank() ? "draft" : name.get().strip()), typedPassword());
  }

  /** Waits for the test no longer. */
  void cancelTest() {
    tester.forget();
  }

  /** Saves it if nothing is wrong with it. */
  void save() {
    wrong.attempt();
    if (!wrong.sound() || saving.get()) {
      notice.set(wrong.sound() ? "" : "Nothing is saved yet: see the fields marked in red.");
      return;
    }
    saving.set(true);
    ProfileDefinition profile = draft(name.get().strip());
    List<Profile> known = List.copyOf(session.profiles());
    background.run(
        () -> saver.exposes(profile, known),
        database -> {
          if (database.filter(one -> !one.equals(guardName.get())).isPresent()) {
            saving.set(false);
            guarded.set(database.get());
            notice.set(
                "This would take a guard off the production database %s."
                    .formatted(database.get()));
          } else {
            store(profile);
          }
        },
        this::cannotSave);
  }

  private void store(ProfileDefinition profile) {
    Optional<Secret> typed = typedPassword();
    boolean keep = remember.get() && canRemember.get();
    background.run(
        () -> saver.save(profile, typed, keep),
        said -> {
          saving.set(false);
          say.accept(said);
          session.profilesChanged();
          session
              .connectionProperty()
              .get()
              .filter(now -> now.profile().name().equals(profile.name()))
              .ifPresent(now -> session.lookAgain());
          done.accept(Optional.of(profile));
        },
        this::cannotSave);
  }

  private void cannotSave(Throwable problem) {
    saving.set(false);
    fail(problem);
  }

  private Optional<Secret> typedPassword() {
    return Optional.of(address.password().get()).filter(text -> !text.isEmpty()).map(Secret::new);
  }

  private ProfileDefinition draft(String called) {
    return new ProfileDefinition(
        called,
        environment.get(),
        readOnly.get(),
        address.options(),
        original.map(ProfileDefinition::limits).orElse(RunLimits.NONE),
        original.flatMap(ProfileDefinition::shadow),
        session.retort().ownProfiles().file(),
        0);
  }

  /** Leaves the form; nothing is saved. */
  void leave() {
    tester.forget();
    done.accept(Optional.empty());
  }

  private void fail(Throwable problem) {
    Trouble trouble = Trouble.of(problem);
    notice.set((trouble.message() + " " + trouble.hint()).strip());
  }

  /** What the form is for, in words. */
  String title() {
    return original.map(one -> "Edit " + one.name()).orElse("New profile");
  }

  StringProperty text(Field field) {
    return field == Field.NAME ? name : address.text(field);
  }

  StringProperty passwordProperty() {
    return address.password();
  }

  BooleanProperty rememberProperty() {
    return remember;
  }

  ReadOnlyBooleanProperty canRememberProperty() {
    return canRemember.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Environment> environmentProperty() {
    return environment;
  }

  BooleanProperty readOnlyProperty() {
    return readOnly;
  }

  /** The production database whose name has to be typed before this is saved; empty for none. */
  ReadOnlyStringProperty guardedProperty() {
    return guarded.getReadOnlyProperty();
  }

  /** What has been typed for it. */
  StringProperty guardNameProperty() {
    return guardName;
  }

  /** What is wrong, by field; shown as it is. */
  ObservableMap<Field, String> errors() {
    return wrong.errors();
  }

  /** What is worth a word, by field. */
  ObservableMap<Field, String> advice() {
    return wrong.advice();
  }

  /** The services that can be imported. */
  ObservableList<String> services() {
    return services;
  }

  ReadOnlyObjectProperty<TestState> testProperty() {
    return tester.stateProperty();
  }

  ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty savingProperty() {
    return saving.getReadOnlyProperty();
  }
}
