package dev.retort.ui.shell;

import dev.retort.profile.file.ProfileDefinition;
import dev.retort.ui.drift.DriftActions;
import dev.retort.ui.drift.DriftModel;
import dev.retort.ui.drift.DriftView;
import dev.retort.ui.drift.IdentifyModel;
import dev.retort.ui.profile.Forms;
import dev.retort.ui.profile.PasswordKeeper;
import dev.retort.ui.profile.ProfileActions;
import dev.retort.ui.profile.ProfileEntry;
import dev.retort.ui.profile.ProfileForm;
import dev.retort.ui.profile.ProfileFormModel;
import dev.retort.ui.profile.ProfilesModel;
import dev.retort.ui.profile.ProfilesPane;
import dev.retort.ui.runs.RunLog;
import dev.retort.ui.runs.RunsModel;
import dev.retort.ui.runs.RunsView;
import dev.retort.ui.schema.DatabaseSchemaModel;
import dev.retort.ui.schema.DatabaseSchemaView;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.OnDemand;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;

/** The project's views, one at a time, beside the profiles; all that is not a review or a run. */
final class FrontPage extends BorderPane implements ProfileActions, Editing {
  private final ProjectSession session;
  private final Node graph;
  private final FileOpener opener;
  private final EditorPlace editor;
  private final Sidebar sidebar;
  private final ProfilesPane profiles;
  private final Forms forms;
  private final OnDemand<RunsView> runs;
  private final OnDemand<DatabaseSchemaView> schema;
  private final OnDemand<DriftView> drift;
  private View view = View.GRAPH;
  private Runnable left = () -> {};

  /**
   * The pages of a session.
   *
   * @param graph the revisions, which are shown first
   * @param review knows whether anything may be written
   * @param ways leads to reviews and to revisions
   * @param say takes a sentence about something that did not work
   */
  FrontPage(
      ProjectSession session,
      Background background,
      Node graph,
      ReviewModel review,
      DriftActions ways,
      Consumer<String> say) {
    this.session = session;
    this.graph = graph;
    this.opener = new FileOpener(session, background, say);
    this.editor = new EditorPlace(session, background, say, this::showOver, () -> show(view));
    ProfilesModel model = new ProfilesModel(session, background);
    this.profiles = new ProfilesPane(model, this);
    this.forms = new Forms(session, background, model, PasswordKeeper.keyRing(session.retort()));
    this.runs = new OnDemand<>(() -> runs(session, background));
    this.schema =
        new OnDemand<>(
            () -> new DatabaseSchemaView(new DatabaseSchemaModel(session, background), background));
    this.drift =
        new OnDemand<>(
            () ->
                new DriftView(
                    new DriftModel(session, background),
                    new IdentifyModel(session, background, review.noWritesProperty()),
                    ways,
                    background));
    this.sidebar = new Sidebar(profiles, this::open);
    setLeft(sidebar);
    show(View.GRAPH);
  }

  private static RunsView runs(ProjectSession session, Background background) {
    RunsModel log =
        new RunsModel(
            RunLog.of(session.retort()),
            background,
            ZoneId.systemDefault(),
            session.projectProperty());
    // A run that has ended makes the position be read again.
    session.positionProperty().addListener((observable, before, now) -> log.load());
    return new RunsView(log, background, new DesktopFileChoice());
  }

  /** Opens a view, once the editor may go. */
  void open(View wanted) {
    editor.leave(() -> show(wanted));
  }

  private void show(View wanted) {
    leaveOpen();
    view = wanted;
    sidebar.mark(wanted);
    schema.ifMade(DatabaseSchemaView::leave);
    drift.ifMade(DriftView::leave);
    switch (wanted) {
      case GRAPH -> setCenter(graph);
      case SCHEMA -> {
        setCenter(schema.get());
        schema.get().begin();
      }
      case DRIFT -> {
        setCenter(drift.get());
        drift.get().begin();
      }
      case RUNS -> {
        setCenter(runs.get());
        runs.get().begin();
      }
    }
  }

  /** Finds out which revision the database really matches. */
  void identify() {
    open(View.DRIFT);
    drift.get().identify();
  }

  @Override
  public void edit(Path file, int line) {
    editor.edit(file, line);
  }

  /** What is being edited, and must not be lost. */
  EditorPlace editor() {
    return editor;
  }

  /** Ctrl-1, Ctrl-2 and so on open the views. */
  void addKeys(Scene scene) {
    for (View one : View.values()) {
      key(scene, one.key(), () -> open(one));
    }
  }

  /** Of a page that is not on the screen, nothing is to be opened. */
  private void key(Scene scene, KeyCode code, Runnable action) {
    scene
        .getAccelerators()
        .put(
            new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN),
            () -> {
              if (getScene() != null) {
                action.run();
              }
            });
  }

  /**
   * Opens a page over the view that is open, once the editor may go.
   *
   * @param made makes the page; not asked where the editor stays
   */
  void openPage(Supplier<OverPage> made) {
    editor.leave(
        () -> {
          OverPage over = made.get();
          showOver(over.page());
          left = over.left();
          over.begin().run();
        });
  }

  /** Of a page that is left nothing must go on listening. */
  private void leaveOpen() {
    Runnable open = left;
    left = () -> {};
    open.run();
  }

  private void showOver(Node page) {
    leaveOpen();
    sidebar.markNone();
    setCenter(page);
  }

  /** Leaves such a page. */
  void leavePage() {
    open(view);
  }

  /** Whether it is what the window shows. */
  boolean shown() {
    return getScene() != null;
  }

  /** Brings the keyboard to the profiles. */
  void toProfiles() {
    profiles.toList();
  }

  /** Opens the form of a profile over the view that is open. */
  private void openForm(ProfileFormModel model) {
    ProfileForm form = new ProfileForm(model);
    openPage(() -> new OverPage(form, form::begin, () -> {}));
  }

  /** What is saved new is looked at; the rest is left as it was. */
  private void formDone(boolean fresh, Optional<ProfileDefinition> saved) {
    open(view);
    saved.filter(profile -> fresh).ifPresent(profile -> session.choose(profile.name()));
    profiles.toList();
  }

  @Override
  public void create() {
    openForm(forms.create(saved -> formDone(true, saved)));
  }

  @Override
  public void edit(ProfileEntry entry, boolean copy) {
    openForm(
        copy
            ? forms.copy(entry, saved -> formDone(true, saved))
            : forms.edit(entry, saved -> formDone(false, saved)));
  }

  @Override
  public void openFile(ProfileEntry entry) {
    entry.definition().map(ProfileDefinition::file).ifPresent(opener::open);
  }
}
