package dev.retort.ui.session;

import dev.retort.engine.Connection;
import dev.retort.engine.Project;
import dev.retort.engine.Shadows;
import dev.retort.execute.Cancellation;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.shadow.RoundTrip;
import dev.retort.ui.task.Background;
import dev.retort.ui.task.Inquiry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * What is known of the ways back of the open project's revisions, and the finding out. What is kept
 * by their content is read whenever the files are. Toolkit's thread.
 */
public final class RoundTrips {
  private final Background background;
  private final ShadowDesk desk;
  private final ObservableValue<Optional<Project>> project;
  private final ObservableValue<Optional<Connection>> connection;
  private final Inquiry<List<RoundTrip>> proof;
  private final ReadOnlyObjectWrapper<Map<RevisionId, RoundTrip>> known =
      new ReadOnlyObjectWrapper<>(Map.of());
  private Set<RevisionId> wanted = Set.of();
  private int asked;

  RoundTrips(
      Background background,
      ShadowDesk desk,
      ObservableValue<Optional<Project>> project,
      ObservableValue<Optional<Connection>> connection) {
    this.background = background;
    this.desk = desk;
    this.project = project;
    this.connection = connection;
    this.proof = new Inquiry<>(background);
    project.addListener((observable, before, now) -> changed(before, now));
    connection.addListener((observable, before, now) -> load(project.getValue()));
  }

  private void changed(Optional<Project> before, Optional<Project> now) {
    // The verdict on a revision that is no longer what it was is no verdict on what it is.
    if (!revisions(before).equals(revisions(now))) {
      proof.forget();
      wanted = Set.of();
    }
    load(now);
  }

  private static List<Revision> revisions(Optional<Project> project) {
    return project.map(one -> one.graph().revisions()).orElse(List.of());
  }

  /** A profile may name the server that shadows are made on, so there must be one. */
  private void load(Optional<Project> now) {
    int question = ++asked;
    if (connection.getValue().isEmpty() || now.isEmpty() || !now.get().errors().isEmpty()) {
      known.set(Map.of());
      return;
    }
    ShadowLane lane = desk.schemas();
    background.run(
        () -> lane.ask(RoundTrips::kept, words -> {}, new Cancellation()),
        found -> {
          if (question == asked) {
            known.set(Map.copyOf(found));
          }
        },
        problem -> {
          // Nobody asked, and whoever asks for a proof is told what is wrong.
          if (question == asked) {
            known.set(Map.of());
          }
        });
  }

  /** To look for what cannot be there would be to unpack PostgreSQL for nothing. */
  private static Map<RevisionId, RoundTrip> kept(Shadows shadows) {
    return shadows.keepsRoundTrips() ? shadows.knownRoundTrips() : Map.of();
  }

  /**
   * Takes revisions up, down and up again. Whatever was being tried before is left.
   *
   * @param these none for all
   */
  public void prove(Set<RevisionId> these) {
    Optional<Project> on = project.getValue();
    if (on.isEmpty()) {
      return;
    }
    wanted =
        these.isEmpty()
            ? new LinkedHashSet<>(revisions(on).stream().map(Revision::id).toList())
            : Set.copyOf(these);
    int all = wanted.size();
    Set<RevisionId> trying = wanted;
    ShadowLane lane = desk.proofs();
    Map<RevisionId, RoundTrip> done = new HashMap<>();
    proof.ask(
        "Proving the way back of " + words(trying) + "…",
        (progress, cancellation) ->
            lane.ask(
                shadows ->
                    shadows.verify(
                        trying,
                        trip -> {
                          done.put(trip.revision(), trip);
                          progress.accept(
                              "Proving ways back: %d of %d done, the last %s"
                                  .formatted(done.size(), all, trip.revision()));
                          background.onToolkit(() -> learn(trying, trip));
                        },
                        cancellation),
                progress,
                cancellation));
  }

  private static String words(Set<RevisionId> these) {
    return these.size() == 1 ? these.iterator().next().value() : these.size() + " revisions";
  }

  private void learn(Set<RevisionId> asker, RoundTrip trip) {
    if (wanted.equals(asker)) {
      Map<RevisionId, RoundTrip> more = new LinkedHashMap<>(known.get());
      more.put(trip.revision(), trip);
      known.set(Map.copyOf(more));
    }
  }

  /** The revisions that are being tried, or were last. */
  public Set<RevisionId> wanted() {
    return wanted;
  }

  /** The proof under way, or the last. */
  public Inquiry<List<RoundTrip>> proof() {
    return proof;
  }

  /** What is known, by revision. */
  public ReadOnlyObjectProperty<Map<RevisionId, RoundTrip>> knownProperty() {
    return known.getReadOnlyProperty();
  }
}
