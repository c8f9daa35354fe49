package dev.retort.ui.shell;

import dev.retort.engine.Project;
import dev.retort.lanes.drawing.GraphFormat;
import dev.retort.plan.Command;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.ui.graph.GraphModel;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.widget.action.Action;
import dev.retort.ui.widget.action.Actions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** Hands in what can be done with the project and its graph, and why not where it cannot. */
final class Commands {
  private static final String GRAPH = "Graph";
  private static final String REVISIONS = "Revisions";
  private static final String PLAN = "Plan";
  private static final String ZOOM_IN = "Shortcut+Plus or Shortcut+Equals or Shortcut+Add";
  private static final String ZOOM_OUT = "Shortcut+Minus or Shortcut+Subtract";

  private final ProjectSession session;
  private final FrontPage front;
  private final MainPage page;
  private final Writing writing;

  Commands(ProjectSession session, FrontPage front, MainPage page, Writing writing) {
    this.session = session;
    this.front = front;
    this.page = page;
    this.writing = writing;
  }

  /** Adds all of them. */
  void addTo(Actions actions, ReviewModel review, Runnable openReview) {
    actions.add(
        inGraph(
            action("review", PLAN, "Review the plan for the target", openReview)
                .keys("Shortcut+Enter")
                .unless(() -> review.planProperty().get().isEmpty() ? "There is no plan" : "")),
        inGraph(action("to-target", PLAN, "Type a target", page::toTarget).keys("T")),
        onSelected("upgrade-here", "Upgrade to the selected revision", "U", Command.UPGRADE),
        onSelected("downgrade-here", "Downgrade to the selected revision", "D", Command.DOWNGRADE),
        onSelected("stamp-here", "Stamp the selected revision", "S", Command.STAMP));
    actions.add(
        inGraph(
            action("new-revision", REVISIONS, "New revision…", () -> writing.newRevision(none()))
                .keys("N")),
        inGraph(
            action(
                    "new-revision-here",
                    REVISIONS,
                    "New revision on the selected one…",
                    () -> writing.newRevision(page.selected()))
                .unless(this::nothingSelected)),
        inGraph(
            action("merge", REVISIONS, "Merge heads…", () -> writing.merge(heads()))
                .unless(() -> heads().size() < 2 ? "There is one head" : "")),
        inGraph(
            action(
                    "rebase",
                    REVISIONS,
                    "Rebase the selected revision…",
                    () -> writing.rebase(page.selected().stream().toList()))
                .unless(this::nothingSelected)),
        inGraph(
            action(
                    "squash",
                    REVISIONS,
                    "Squash revisions into one…",
                    () -> writing.squash(page.selectedTwo()))
                .more("combine")),
        inGraph(
            action("edit-file", REVISIONS, "Edit the selected revision's file", page::editSelected)
                .keys("E")
                .unless(this::nothingSelected)),
        inGraph(
            action(
                    "open-file",
                    REVISIONS,
                    "Open the selected revision's file in my editor",
                    page::openSelected)
                .unless(this::nothingSelected)),
        inGraph(
            action("copy-id", REVISIONS, "Copy the selected id", this::copyId)
                .unless(this::nothingSelected)));
    graph(actions);
    for (GraphFormat format : GraphFormat.values()) {
      actions.add(
          action(
                  "export-" + format.word(),
                  GRAPH,
                  "Export the graph as " + format.words() + "…",
                  () -> writing.export(format))
              .unless(this::noProject));
    }
    actions.add(this::revisions);
  }

  private void graph(Actions actions) {
    GraphModel model = page.model();
    actions.add(
        inGraph(
            action("filter", GRAPH, "Filter the revisions", () -> page.graph().toFilter())
                .keys("Shortcut+F or /")),
        inGraph(
            action("clear-filter", GRAPH, "Show all revisions", model::clearFilter)
                .unless(() -> model.filterWords().isEmpty() ? "All are shown" : "")),
        inGraph(
            action(
                    "to-current",
                    GRAPH,
                    "Go to where the database is",
                    () -> page.graph().toCurrent())
                .keys(".")),
        inGraph(
            action(
                    "go-to",
                    GRAPH,
                    "Go to a revision by id or label…",
                    () -> page.graph().askWhereTo())
                .keys("Shortcut+G")),
        inGraph(
            action(
                "fold",
                GRAPH,
                "Fold long straight stretches, or unfold them",
                () -> model.foldingProperty().set(!model.foldingProperty().get()))),
        inGraph(
            action(
                "lineage",
                GRAPH,
                "Dim what is not in the selected line, or no longer",
                () -> model.lineageProperty().set(!model.lineageProperty().get()))),
        inGraph(
            action("zoom-in", GRAPH, "Larger", () -> page.graph().zoom(1.1))
                .more("zoom in")
                .keys(ZOOM_IN)),
        inGraph(
            action("zoom-out", GRAPH, "Smaller", () -> page.graph().zoom(1 / 1.1))
                .more("zoom out")
                .keys(ZOOM_OUT)),
        inGraph(
            action("zoom-usual", GRAPH, "Usual size", () -> page.graph().zoom(0))
                .more("zoom reset")
                .keys("Shortcut+0 or Shortcut+Numpad 0")));
  }

  private static Action action(String id, String group, String words, Runnable run) {
    return Action.of(id, group, words, run);
  }

  private static Optional<RevisionId> none() {
    return Optional.empty();
  }

  private Action onSelected(String id, String words, String key, Command command) {
    return inGraph(
        action(id, PLAN, words, () -> page.target(command))
            .keys(key)
            .unless(this::nothingSelected)
            .unless(
                () ->
                    session.positionProperty().get().isEmpty()
                        ? "The database's position is not known"
                        : ""));
  }

  private Action inGraph(Action action) {
    Supplier<String> elsewhere = () -> elsewhere(front, session);
    return new Action(
            action.id(),
            action.group(),
            action.words(),
            action.more(),
            action.keys(),
            elsewhere,
            action.run())
        .unless(action.obstacle());
  }

  /** Why nothing can be done with the views of the project now. */
  static String elsewhere(FrontPage front, ProjectSession session) {
    return session.projectProperty().get().isEmpty()
        ? "Open a project first"
        : front.shown() ? "" : "Go back to the revisions first";
  }

  private String noProject() {
    return session.projectProperty().get().isEmpty() ? "Open a project first" : "";
  }

  private String nothingSelected() {
    return page.selected().isEmpty() ? "Select a revision first" : "";
  }

  private List<RevisionId> heads() {
    return session
        .projectProperty()
        .get()
        .map(project -> project.graph().heads())
        .orElse(List.of());
  }

  private void copyId() {
    page.selected()
        .ifPresent(
            id ->
                Clipboard.getSystemClipboard()
                    .setContent(Map.of(DataFormat.PLAIN_TEXT, id.value())));
  }

  /** With nothing typed the heads, else what answers by id or message. */
  private List<Action> revisions(String typed) {
    Optional<Project> project = session.projectProperty().get();
    if (project.isEmpty() || !front.shown()) {
      return List.of();
    }
    List<Action> found = new ArrayList<>();
    if (typed.isEmpty()) {
      heads().stream().limit(3).forEach(id -> found.add(jump(id, "Go to head " + id, "")));
      return found;
    }
    for (Revision revision : RevisionSearch.find(project.get().graph(), typed)) {
      found.add(jump(revision.id(), "Go to " + revision.id(), revision.message()));
    }
    return found;
  }

  private Action jump(RevisionId id, String words, String message) {
    return Action.of("revision-" + id, "Revision", words, () -> show(id)).more(message);
  }

  private void show(RevisionId id) {
    front.open(View.GRAPH);
    page.graph().select(id);
  }
}
