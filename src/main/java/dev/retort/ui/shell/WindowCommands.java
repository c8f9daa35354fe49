package dev.retort.ui.shell;

import dev.retort.engine.Connection;
import dev.retort.engine.Project;
import dev.retort.profile.Profile;
import dev.retort.ui.run.RunModel;
import dev.retort.ui.run.RunModel.Status;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.welcome.WelcomeModel;
import dev.retort.ui.widget.action.Action;
import dev.retort.ui.widget.action.Actions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Hands in what can be done with the window: views, profiles, projects, the plan under review. */
final class WindowCommands {
  private static final String VIEWS = "Views";
  private static final String PROFILES = "Profiles";
  private static final String PROJECTS = "Projects";
  private static final String PLAN = "Plan";

  private final ProjectSession session;
  private final FrontPage front;
  private final WelcomeModel projects;

  WindowCommands(ProjectSession session, FrontPage front, WelcomeModel projects) {
    this.session = session;
    this.front = front;
    this.projects = projects;
  }

  /** Adds views, profiles and projects. */
  void addTo(Actions actions, Runnable openFolder) {
    for (View view : View.values()) {
      actions.add(
          Action.of("view-" + view.name(), VIEWS, view.words(), () -> front.open(view))
              .more("open the view")
              .keys("Shortcut+" + view.key().getName())
              .unless(() -> Commands.elsewhere(front, session)));
    }
    actions.add(
        Action.of("profiles", PROFILES, "Go to the profiles", front::toProfiles)
            .keys("Shortcut+Shift+P")
            .unless(() -> Commands.elsewhere(front, session)),
        Action.of("new-profile", PROFILES, "New profile…", front::create)
            .unless(() -> Commands.elsewhere(front, session)),
        Action.of("open-folder", PROJECTS, "Open a folder…", openFolder)
            .keys("Shortcut+O")
            .unless(this::reviewing));
    actions.add(this::profiles);
    actions.add(this::projects);
  }

  /** Adds what can be done with the plan under review. */
  static void addReview(
      Actions actions, Supplier<Optional<RunModel>> run, Runnable leave, Runnable export) {
    actions.add(
        Action.of("leave-review", PLAN, "Back to the revisions", leave)
            .keys("Esc")
            .unless(() -> status(run, Status.REVIEW, Status.DONE, Status.FAILED)),
        Action.of(
                "run-plan",
                PLAN,
                "Run the plan under review",
                () -> run.get().ifPresent(RunModel::run))
            .unless(() -> status(run, Status.REVIEW))
            .unless(
                () ->
                    run.get()
                        .filter(model -> !model.mayRun())
                        .map(WindowCommands::whyNot)
                        .orElse("")),
        Action.of("cancel-run", PLAN, "Cancel the run", () -> run.get().ifPresent(RunModel::cancel))
            .unless(() -> status(run, Status.RUNNING)),
        Action.of("export-plan", PLAN, "Export the plan as SQL…", export)
            .unless(() -> run.get().isEmpty() ? "No plan is under review" : ""));
  }

  private static String status(Supplier<Optional<RunModel>> run, Status... wanted) {
    Optional<Status> now = run.get().map(model -> model.statusProperty().get());
    if (now.isEmpty()) {
      return "No plan is under review";
    }
    return List.of(wanted).contains(now.get())
        ? ""
        : now.get() == Status.RUNNING ? "The run is under way" : "No run is under way";
  }

  private static String whyNot(RunModel model) {
    return !model.refusal().isEmpty()
        ? model.refusal()
        : !model.outdatedProperty().get().isEmpty()
            ? "It has to be reviewed again"
            : model
                .requiredName()
                .map(name -> "The database's name has to be typed: " + name)
                .orElse("There is nothing to run");
  }

  private String reviewing() {
    boolean review = session.projectProperty().get().isPresent() && !front.shown();
    return review ? "Go back to the revisions first" : "";
  }

  private List<Action> profiles(String typed) {
    Optional<Profile> chosen = session.connectionProperty().get().map(Connection::profile);
    Optional<Profile> beside = session.second().profileProperty().get();
    List<Action> found = new ArrayList<>();
    for (Profile profile : session.profiles()) {
      if (chosen.equals(Optional.of(profile))) {
        continue;
      }
      String name = profile.name();
      String environment = profile.environment().name().toLowerCase(java.util.Locale.ROOT);
      found.add(
          Action.of("look-at-" + name, PROFILES, "Look at " + name, () -> session.choose(profile))
              .more(environment)
              .unless(this::reviewing));
      if (!typed.isEmpty() && !beside.equals(Optional.of(profile))) {
        found.add(
            Action.of(
                    "compare-" + name,
                    PROFILES,
                    "Compare with " + name,
                    () -> session.second().choose(Optional.of(profile)))
                .more(environment)
                .unless(() -> Commands.elsewhere(front, session)));
      }
    }
    return found;
  }

  private List<Action> projects(String typed) {
    Optional<Path> open = session.projectProperty().get().map(Project::root);
    return projects.projects().stream()
        .filter(root -> !open.equals(Optional.of(root)))
        .limit(typed.isEmpty() ? 2 : 20)
        .map(
            root ->
                Action.of(
                        "open-" + root,
                        PROJECTS,
                        "Open " + Project.name(root),
                        () -> projects.open(root))
                    .more(root.toString())
                    .unless(this::reviewing))
        .toList();
  }
}
