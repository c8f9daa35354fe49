package dev.retort.ui.graph;

import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.graph.RevisionGraph;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.widget.StateMark.State;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the list: every revision, newest first, with its state on the chosen database;
 * filtered by what is typed.
 */
public final class RevisionListModel {
  private final ProjectSession session;
  private final ObservableList<RevisionRow> all = FXCollections.observableArrayList();
  private final FilteredList<RevisionRow> shown = new FilteredList<>(all);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<Revision>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** The rows of a session's project. */
  public RevisionListModel(ProjectSession session) {
    this.session = session;
    filter.addListener((observable, before, now) -> shown.setPredicate(row -> matches(row, now)));
    session.projectProperty().addListener((observable, before, now) -> fill());
    session.positionProperty().addListener((observable, before, now) -> fill());
    fill();
  }

  /** The rows to show. */
  public ObservableList<RevisionRow> rows() {
    return shown;
  }

  /** What is typed to filter by; empty for everything. */
  public StringProperty filterProperty() {
    return filter;
  }

  /** The selected revision. */
  public ReadOnlyObjectProperty<Optional<Revision>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** A row was selected, or none. */
  public void select(@Nullable RevisionRow row) {
    selected.set(row == null ? Optional.empty() : graph().flatMap(graph -> graph.find(row.id())));
  }

  /** What to say where there is no row. */
  public String emptyText() {
    return all.isEmpty()
        ? "No revisions yet. Create the first: retort revision -m \"…\""
        : "No revision matches “" + filter.get() + "”";
  }

  private Optional<RevisionGraph> graph() {
    return session.projectProperty().get().map(Project::graph);
  }

  private void fill() {
    Optional<Position> position = session.positionProperty().get();
    all.setAll(
        graph()
            .map(graph -> ordered(graph).stream().map(id -> row(graph, id, position)).toList())
            .orElse(List.of()));
  }

  /** Newest first where the graph is sound; as loaded, the last on top, where it is not. */
  private static List<RevisionId> ordered(RevisionGraph graph) {
    boolean sound =
        graph.problems().stream()
            .noneMatch(problem -> problem.severity() == dev.retort.problem.Problem.Severity.ERROR);
    return sound
        ? graph.newestFirst()
        : graph.revisions().stream().map(Revision::id).toList().reversed();
  }

  private static RevisionRow row(RevisionGraph graph, RevisionId id, Optional<Position> position) {
    Revision revision = graph.find(id).orElseThrow();
    State state =
        position
            .map(
                known ->
                    switch (known.status(id)) {
                      case CURRENT -> State.CURRENT;
                      case APPLIED -> State.APPLIED;
                      case PENDING -> State.PENDING;
                    })
            .orElse(State.UNKNOWN);
    return new RevisionRow(
        id,
        revision.message(),
        revision.branchLabels(),
        graph.children(id).isEmpty(),
        revision.downRevisions().isEmpty(),
        revision.createDate().map(RevisionListModel::day).orElse(""),
        state);
  }

  /** The day of a date as Alembic writes it: what stands before the time. */
  private static String day(String date) {
    int space = date.indexOf(' ');
    return space > 0 ? date.substring(0, space) : date;
  }

  private static boolean matches(RevisionRow row, String typed) {
    String text = typed.strip().toLowerCase(Locale.ROOT);
    return text.isEmpty()
        || row.id().value().toLowerCase(Locale.ROOT).contains(text)
        || row.message().toLowerCase(Locale.ROOT).contains(text)
        || row.labels().stream().anyMatch(label -> label.toLowerCase(Locale.ROOT).contains(text))
        || row.stateWord().equals(text);
  }
}
