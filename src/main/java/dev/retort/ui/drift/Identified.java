package dev.retort.ui.drift;

import dev.retort.engine.Identification;
import dev.retort.engine.Identification.Candidate;
import dev.retort.engine.Project;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/**
 * What a database may be, ready to be read.
 *
 * @param database the profile's name
 * @param places the nearest first; where some are exact, those alone
 */
record Identified(String database, List<Place> places, Optional<String> remark) {
  private static final int MOST = 8;

  /**
   * A place in the graph.
   *
   * @param title its heads
   * @param message of its revision, if it is one
   */
  record Place(Candidate candidate, String title, String message) {

    /** How near it is, in words. */
    String nearness() {
      int count = candidate.changes().size();
      return candidate.exact()
          ? "exactly this"
          : count == 1 ? "1 object differs" : "%,d objects differ".formatted(count);
    }
  }

  /** Copies the list. */
  Identified {
    places = List.copyOf(places);
  }

  /** Made in the background. */
  static Identified of(String database, Project project, Identification found) {
    long exact = found.candidates().stream().filter(Candidate::exact).count();
    return new Identified(
        database,
        found.candidates().stream()
            .limit(exact > 0 ? exact : MOST)
            .map(candidate -> place(project, candidate))
            .toList(),
        found.remark());
  }

  private static Place place(Project project, Candidate candidate) {
    List<RevisionId> heads = candidate.heads();
    String message =
        heads.size() == 1
            ? project.graph().find(heads.getFirst()).map(Revision::message).orElse("")
            : heads.isEmpty() ? "before the first revision" : "";
    return new Place(candidate, candidate.words(), message);
  }

  /** In a sentence. */
  String words() {
    if (places.isEmpty()) {
      return "There is nothing to compare " + database + " with: no revision could be tried.";
    }
    long exact = places.stream().filter(one -> one.candidate().exact()).count();
    if (exact == 0) {
      return "No revision makes exactly what " + database + " has. These come nearest.";
    }
    return exact == 1
        ? database + " is exactly what " + places.getFirst().title() + " makes."
        : database + " is exactly what each of these makes.";
  }
}
