package dev.retort.ui.graph;

import dev.retort.engine.Position;
import dev.retort.graph.RevisionGraph;
import dev.retort.profile.Profile;
import dev.retort.revision.RevisionId;
import dev.retort.shadow.RoundTrip;
import dev.retort.ui.graph.picture.Base;
import dev.retort.ui.graph.picture.Between;
import dev.retort.ui.graph.picture.DatabaseMark;
import dev.retort.ui.graph.picture.GraphRow;
import dev.retort.ui.graph.picture.Picture;
import dev.retort.ui.graph.picture.RowFilter;
import dev.retort.ui.graph.picture.RowKind;
import dev.retort.ui.graph.picture.RunRow;
import dev.retort.ui.graph.picture.Sight;
import dev.retort.ui.graph.picture.TargetPath;
import dev.retort.ui.task.Background;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The graph of a session's project and what its reader wants of it: a filter, folding, a second
 * database. The picture is made in the background; one that comes after the wish has changed is
 * thrown away.
 */
public final class GraphModel {
  private final GraphSource source;
  private final Background background;
  private final StringProperty text = new SimpleStringProperty("");
  private final ObjectProperty<RowKind> kind = new SimpleObjectProperty<>(RowKind.ALL);
  private final ObjectProperty<Optional<String>> label =
      new SimpleObjectProperty<>(Optional.empty());
  private final BooleanProperty folding = new SimpleBooleanProperty(false);
  private final BooleanProperty lineage = new SimpleBooleanProperty(true);
  private final ObjectProperty<TargetPath> path = new SimpleObjectProperty<>(TargetPath.none());
  private final ReadOnlyObjectWrapper<Picture> picture =
      new ReadOnlyObjectWrapper<>(Picture.empty());
  private final ReadOnlyStringWrapper between = new ReadOnlyStringWrapper("");
  private final ObservableList<String> labels = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<List<GraphRow>> selected =
      new ReadOnlyObjectWrapper<>(List.of());
  private final Set<RevisionId> unfolded = new HashSet<>();
  private Optional<Base> base = Optional.empty();
  private int asked;

  /** The graph of a source. */
  public GraphModel(GraphSource source, Background background) {
    this.source = source;
    this.background = background;
    text.addListener((observable, before, now) -> draw());
    kind.addListener((observable, before, now) -> draw());
    label.addListener((observable, before, now) -> draw());
    folding.addListener(
        (observable, before, now) -> {
          unfolded.clear();
          draw();
        });
    source.graph().addListener((observable, before, now) -> look());
    source.position().addListener((observable, before, now) -> look());
    source.otherPosition().addListener((observable, before, now) -> look());
    look();
  }

  private void look() {
    base = Optional.empty();
    draw();
  }

  private record Drawn(Base base, Picture picture, String between, List<String> labels) {}

  private void draw() {
    int question = ++asked;
    Optional<RevisionGraph> graph = source.graph().getValue();
    if (graph.isEmpty()) {
      picture.set(Picture.empty());
      return;
    }
    Optional<Base> known = base;
    Optional<Sight> here = here();
    Optional<Sight> there = there();
    RowFilter filter = filter();
    boolean fold = folding.get();
    Set<RevisionId> open = Set.copyOf(unfolded);
    background.run(
        () -> {
          Base drawnOn = known.orElseGet(() -> base(graph.get(), here, there));
          return new Drawn(
              drawnOn,
              Picture.of(drawnOn, filter, fold, open),
              Between.databases(drawnOn),
              drawnOn.allLabels());
        },
        drawn -> {
          if (question == asked) {
            show(drawn);
          }
        },
        problem -> {
          throw new IllegalStateException("the graph cannot be drawn", problem);
        });
  }

  private void show(Drawn drawn) {
    base = Optional.of(drawn.base());
    if (!labels.equals(drawn.labels())) {
      labels.setAll(drawn.labels());
    }
    between.set(drawn.between());
    picture.set(drawn.picture());
  }

  private Base base(RevisionGraph graph, Optional<Sight> here, Optional<Sight> there) {
    boolean ghosts =
        here.filter(sight -> !sight.position().unknown().isEmpty()).isPresent()
            || there.filter(sight -> !sight.position().unknown().isEmpty()).isPresent();
    Map<RevisionId, List<RevisionId>> cameFrom = ghosts ? source.cameFrom() : Map.of();
    return Base.of(graph, here, there, cameFrom);
  }

  private Optional<Sight> here() {
    return sight(source.profile().getValue(), source.position().getValue());
  }

  private Optional<Sight> there() {
    return sight(source.otherProfile().getValue(), source.otherPosition().getValue());
  }

  private static Optional<Sight> sight(Optional<Profile> profile, Optional<Position> position) {
    return profile.flatMap(
        one -> position.map(at -> new Sight(new DatabaseMark(one.name(), one.environment()), at)));
  }

  private RowFilter filter() {
    return new RowFilter(text.get(), kind.get(), label.get());
  }

  /** Shows the revisions of a folded stretch. */
  public void unfold(RunRow run) {
    unfolded.add(run.id());
    draw();
  }

  /** Lets everything through again. */
  public void clearFilter() {
    text.set("");
    kind.set(RowKind.ALL);
    label.set(Optional.empty());
  }

  /** Tells the model what is selected: none, one or two rows. */
  void select(List<GraphRow> rows) {
    selected.set(List.copyOf(rows));
  }

  /** Whether there is no row because the project has none. */
  public boolean hasNoRevisions() {
    return graph().map(graph -> graph.revisions().isEmpty()).orElse(true);
  }

  /** What to say where there is no row. */
  public String emptyText() {
    return hasNoRevisions() ? "No revisions yet." : "No revision matches " + filter().words();
  }

  /** How much the filter leaves, in words; empty where it lets everything through. */
  public String filterWords() {
    Picture now = picture.get();
    int all =
        now.hidden()
            + now.rows().stream()
                .mapToInt(row -> row instanceof RunRow run ? run.members().size() : 1)
                .sum();
    return filter().isEmpty() || now.rows().isEmpty()
        ? ""
        : "%,d of %,d revisions match %s".formatted(all - now.hidden(), all, filter().words());
  }

  /** What is selected in words, where it is two. */
  public String selectedPair() {
    List<GraphRow> two = selected.get();
    return two.size() < 2
        ? ""
        : graph()
            .map(graph -> Between.revisions(graph, two.get(0).id(), two.get(1).id()))
            .orElse("");
  }

  /** What is known of a revision's way back. */
  Optional<RoundTrip> roundTrip(RevisionId id) {
    return Optional.ofNullable(source.roundTrips().getValue().get(id));
  }

  /** The project's graph. */
  Optional<RevisionGraph> graph() {
    return source.graph().getValue();
  }

  /** What is drawn. */
  GraphSource source() {
    return source;
  }

  /** What is painted. */
  public ReadOnlyObjectProperty<Picture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /** How far apart the two databases are, in words; empty unless there are two. */
  public ReadOnlyStringProperty betweenProperty() {
    return between.getReadOnlyProperty();
  }

  /** What is typed to filter by; empty for everything. */
  public StringProperty textProperty() {
    return text;
  }

  /** What kind of rows is shown. */
  public ObjectProperty<RowKind> kindProperty() {
    return kind;
  }

  /** The branch label that rows must have; empty for any or none. */
  public ObjectProperty<Optional<String>> labelProperty() {
    return label;
  }

  /** All branch labels of the project. */
  public ObservableList<String> labels() {
    return labels;
  }

  /** Whether long straight stretches are folded. */
  public BooleanProperty foldingProperty() {
    return folding;
  }

  /** Whether everything that is not in the selection's line is dimmed. */
  public BooleanProperty lineageProperty() {
    return lineage;
  }

  /** What would be run or undone for the target being typed. */
  public ObjectProperty<TargetPath> pathProperty() {
    return path;
  }

  /** The selected rows: none, one or two. */
  public ReadOnlyObjectProperty<List<GraphRow>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }
}
