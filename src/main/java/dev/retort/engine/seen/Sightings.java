package dev.retort.engine.seen;

import dev.retort.engine.seen.Sighting.How;
import dev.retort.revision.RevisionId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one database last saw, each section once by run and once by review. Immutable. */
public final class Sightings {
  private final LinkedHashMap<Sighting.Key, Sighting> last = new LinkedHashMap<>();

  /**
   * What is left of some sightings.
   *
   * @param all in the order in which they were noted
   */
  Sightings(Collection<Sighting> all) {
    all.forEach(seen -> last.putLast(seen.key(), seen));
  }

  /** All that is left, in the order in which it was last seen. */
  List<Sighting> all() {
    return List.copyOf(last.values());
  }

  /** When a section was last seen at all. */
  public Optional<Sighting> last(RevisionId revision, Section section) {
    return Stream.of(How.values())
        .flatMap(how -> find(revision, section, how).stream())
        .max(Comparator.comparing(Sighting::at));
  }

  /** The run that a revision which is applied stems from, if this machine made it. */
  public Optional<Sighting> applied(RevisionId revision) {
    return find(revision, Section.UPGRADE, How.RUN)
        .filter(
            up ->
                find(revision, Section.DOWNGRADE, How.RUN)
                    .filter(down -> down.at().isAfter(up.at()))
                    .isEmpty());
  }

  private Optional<Sighting> find(RevisionId revision, Section section, How how) {
    return Optional.ofNullable(last.get(new Sighting.Key(revision, section, how)));
  }
}
