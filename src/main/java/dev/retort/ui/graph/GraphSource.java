package dev.retort.ui.graph;

import dev.retort.engine.Position;
import dev.retort.engine.git.FileInGit;
import dev.retort.graph.RevisionGraph;
import dev.retort.profile.Profile;
import dev.retort.revision.RevisionId;
import dev.retort.shadow.RoundTrip;
import dev.retort.ui.session.Trouble;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;

/** What there is to draw: the graph of the files, and one or two databases. Toolkit's thread. */
public interface GraphSource {

  /** The graph as last read; empty without a project. */
  ObservableValue<Optional<RevisionGraph>> graph();

  /** The chosen profile. */
  ObservableValue<Optional<Profile>> profile();

  /** Where its database is, as far as that is known. */
  ObservableValue<Optional<Position>> position();

  /** Applied revisions whose files were edited after they ran on the chosen database. */
  ObservableValue<Set<RevisionId>> edited();

  /** Every profile there is. */
  ObservableList<Profile> profiles();

  /** The profile shown beside the chosen one. */
  ObservableValue<Optional<Profile>> otherProfile();

  /** Where its database is, as far as that is known. */
  ObservableValue<Optional<Position>> otherPosition();

  /** Why that is not known. */
  ObservableValue<Optional<Trouble>> otherTrouble();

  /** Whether that is being found out. */
  ObservableValue<Boolean> otherBusy();

  /** What is known of the ways back of revisions. */
  ObservableValue<Map<RevisionId, RoundTrip>> roundTrips();

  /** Shows another profile's database beside the chosen one, or none. */
  void showBeside(Optional<Profile> profile);

  /** The revisions whose files are not as they are committed; none without a repository. */
  ObservableValue<Map<RevisionId, FileInGit.State>> notCommitted();

  /**
   * From which revisions others were reached, as far as the log of runs says. Blocks; any thread.
   */
  Map<RevisionId, List<RevisionId>> cameFrom();
}
