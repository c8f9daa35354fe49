package dev.retort.survive;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a version table and a schema agree: what the rows and the mark claim is computed from the
 * revisions, and compared with what the catalog shows.
 */
final class Agreement {
  private final Course course;

  Agreement(Course course) {
    this.course = course;
  }

  /**
   * What the mark on a version table says.
   *
   * @param waiting whether the statement is said not to have taken effect
   */
  record Mark(String revision, boolean upgrade, int statement, int statements, boolean waiting) {

    /** Reads a comment; empty if it is none. */
    static Optional<Mark> of(String comment) {
      if (!comment.contains("retort-mark")) {
        return Optional.empty();
      }
      try {
        Map<String, Object> json = JSON.std.mapFrom(comment);
        return Optional.of(
            new Mark(
                String.valueOf(json.get("revision")),
                "upgrade".equals(json.get("direction")),
                Integer.parseInt(String.valueOf(json.get("statement"))),
                Integer.parseInt(String.valueOf(json.get("statements"))),
                "waiting".equals(json.get("reached"))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Compares.
   *
   * @return the mark, if there is one
   * @throws AssertionError if what is claimed is not so
   */
  Optional<Mark> check(Catalog catalog) {
    List<String> heads = catalog.heads();
    Optional<Mark> mark = Mark.of(catalog.comment());
    Set<String> seen = catalog.traces();
    for (String head : heads) {
      if (course.find(head).isEmpty()) {
        throw new AssertionError("the version table has a row that is no revision: " + head);
      }
    }
    List<Set<String>> possible =
        mark.isPresent()
            ? underWay(mark.get(), course.traces(heads))
            : List.of(course.traces(heads));
    if (!possible.contains(seen)) {
      throw new AssertionError(
          "The version table says "
              + heads
              + mark.map(m -> " with " + m).orElse("")
              + ", and the schema is not so: "
              + difference(possible.getFirst(), seen));
    }
    return mark;
  }

  /** Before the statement of the mark; unless it waits, perhaps after it, or half through. */
  private List<Set<String>> underWay(Mark mark, Set<String> start) {
    Migration migration =
        course
            .find(mark.revision())
            .orElseThrow(() -> new AssertionError("a mark of no revision: " + mark));
    Section section = mark.upgrade() ? migration.up() : migration.down();
    if (!section.autocommit() || section.acts().size() != mark.statements()) {
      throw new AssertionError("the mark is not of this file: " + mark + ", " + migration);
    }
    Set<String> before = section.after(start, mark.statement());
    List<Set<String>> possible = new ArrayList<>(List.of(before));
    if (!mark.waiting() && mark.statement() < section.acts().size()) {
      possible.add(section.after(start, mark.statement() + 1));
      possible.add(section.acts().get(mark.statement()).midway(before));
    }
    return possible;
  }

  static String difference(Iterable<String> expected, Iterable<String> seen) {
    Set<String> missing = set(expected);
    Set<String> more = set(seen);
    Set<String> both = new HashSet<>(missing);
    both.retainAll(more);
    missing.removeAll(both);
    more.removeAll(both);
    return "missing " + missing + ", not expected " + more;
  }

  private static Set<String> set(Iterable<String> lines) {
    Set<String> set = new TreeSet<>();
    lines.forEach(set::add);
    return set;
  }
}
