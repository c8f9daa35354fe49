package dev.retort.ui.graph.picture;

import dev.retort.graph.RevisionGraph;
import dev.retort.lanes.LaneInput;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a place for revisions that a database has and the files lack. What a run on this machine
 * came from is known best; ids that count up tell their neighbours; of anything else nothing is
 * known but that it is not in these files, and it goes on top, where new revisions are.
 */
final class Ghosts {
  /** Later than any date in a file: keeps a row on top. */
  private static final String LATEST = "9999-12-31";

  private final RevisionGraph graph;
  private final Map<RevisionId, List<RevisionId>> cameFrom;

  /**
   * Ghosts on a graph.
   *
   * @param cameFrom what the log says a revision was reached from
   */
  Ghosts(RevisionGraph graph, Map<RevisionId, List<RevisionId>> cameFrom) {
    this.graph = graph;
    this.cameFrom = cameFrom;
  }

  /**
   * Where a ghost goes.
   *
   * @param above the revisions it seems to stand on; empty where there is nothing to go by
   * @param reason in a sentence
   */
  record Place(List<RevisionId> above, String reason) {}

  Place place(RevisionId ghost) {
    List<RevisionId> logged =
        cameFrom.getOrDefault(ghost, List.of()).stream()
            .filter(id -> graph.find(id).isPresent())
            .toList();
    if (!logged.isEmpty()) {
      return new Place(
          logged, "Placed above " + logged.getFirst() + ", from where a run here reached it.");
    }
    return numberBefore(ghost)
        .map(id -> new Place(List.of(id), "Placed above " + id + " by its number."))
        .orElse(new Place(List.of(), "Placed on top: nothing here says what it revises."));
  }

  private Optional<RevisionId> numberBefore(RevisionId ghost) {
    String number = ghost.value();
    if (!isNumber(number)) {
      return Optional.empty();
    }
    List<RevisionId> numbers =
        graph.revisions().stream()
            .map(Revision::id)
            .filter(id -> id.value().length() == number.length() && isNumber(id.value()))
            .toList();
    if (numbers.size() * 2 < graph.revisions().size()) {
      return Optional.empty();
    }
    return numbers.stream().filter(id -> id.compareTo(ghost) < 0).max(Comparator.naturalOrder());
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Rows with the ghosts among them, each right after what it stands on. */
  List<LaneInput> among(List<LaneInput> inputs, Map<RevisionId, Place> ghosts) {
    if (ghosts.isEmpty()) {
      return inputs;
    }
    List<LaneInput> all = new ArrayList<>(inputs.size() + ghosts.size());
    for (LaneInput input : inputs) {
      all.add(input);
      ghosts.forEach(
          (ghost, place) -> {
            if (!place.above().isEmpty() && place.above().getFirst().equals(input.id())) {
              all.add(input(ghost, place));
            }
          });
    }
    ghosts.forEach(
        (ghost, place) -> {
          if (place.above().isEmpty()) {
            all.add(input(ghost, place));
          }
        });
    return all;
  }

  /** As a branch of its own, so that it never takes the lane of a revision that is there. */
  private static LaneInput input(RevisionId ghost, Place place) {
    Optional<String> date = place.above().isEmpty() ? Optional.of(LATEST) : Optional.empty();
    return new LaneInput(ghost, place.above(), List.of(), true, date);
  }
}
