package dev.retort.graph.target;

import dev.retort.problem.RetortException;
import dev.retort.revision.RevisionId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A target that cannot be resolved, or a position that no target can be reached from. The messages
 * begin with Alembic's own; {@link #argument()} is the word that could not be resolved.
 */
public final class TargetException extends RetortException {
  private static final long serialVersionUID = 1L;

  private final String argument;

  private TargetException(
      String code, String message, String hint, String argument, Map<String, Object> details) {
    super(Kind.INPUT, code, message, hint, details, List.of(), null);
    this.argument = argument;
  }

  /** The word that could not be resolved; empty where it is no single word's fault. */
  public String argument() {
    return argument;
  }

  /** No revision or branch of that name. */
  public static TargetException unknown(String argument, String detail, String hint) {
    return new TargetException(
        "unknown-revision",
        "Can't locate revision identified by '" + argument + "'",
        hint,
        argument,
        Map.of("revision", argument, "detail", detail));
  }

  /** A row of the version table that no file has. */
  public static TargetException unknownRow(String row) {
    return new TargetException(
        "unknown-revision",
        "Can't locate revision identified by '" + row + "'",
        "The database's version table has it, but no revision file does: bring the file back"
            + " (another branch may have it), or stamp the database with the revision that its"
            + " schema really matches.",
        row,
        Map.of("revision", row, "row", true));
  }

  /** More than one revision begins with it. */
  static TargetException ambiguousPrefix(String argument, List<String> matches) {
    return new TargetException(
        "ambiguous",
        "Can't locate revision identified by '" + argument + "'",
        "Several begin so: " + String.join(", ", matches) + ". Add letters until only one does.",
        argument,
        Map.of("revision", argument, "matches", matches));
  }

  /** One revision was wanted and there are several heads. */
  public static TargetException multipleHeads(String argument, Collection<RevisionId> heads) {
    return new TargetException(
        "multiple-heads",
        headsMessage(argument),
        "The heads are %s. Name one of them, or merge them: retort merge -m \"…\" heads."
            .formatted(and(heads)),
        argument,
        Map.of("target", argument, "heads", values(heads)));
  }

  private static String headsMessage(String argument) {
    return ("Multiple head revisions are present for given argument '%1$s'; please specify a"
            + " specific target revision, '<branchname>@%1$s' to narrow to a specific head, or"
            + " 'heads' for all heads")
        .formatted(argument);
  }

  /** The same, in the words of {@code stamp}. */
  public TargetException asStamp() {
    return code().equals("multiple-heads")
        ? new TargetException(
            code(),
            "Multiple heads are present; please specify a single target revision",
            hint(),
            argument,
            details())
        : this;
  }

  /**
   * The same about the whole of what was asked, as Alembic puts it for commands with a destination.
   */
  public TargetException about(String destination) {
    return code().equals("multiple-heads") && !destination.isEmpty()
        ? new TargetException(code(), headsMessage(destination), hint(), destination, details())
        : this;
  }

  /**
   * Several ways lead on.
   *
   * @param where what was met, in words
   */
  static TargetException ambiguousWalk(String where, Collection<RevisionId> next) {
    return new TargetException(
        "ambiguous",
        "Ambiguous walk: %s %s".formatted(where, and(next)),
        "Name one of them instead of counting steps.",
        "",
        Map.of("next", values(next)));
  }

  /** There are several rows to start from. */
  static TargetException ambiguousStart(Collection<RevisionId> rows) {
    return new TargetException(
        "ambiguous",
        "Ambiguous upgrade from multiple current revisions: " + and(rows),
        "Say which branch: <branch>@+1, where an id stands for its branch as well.",
        "",
        Map.of("heads", values(rows)));
  }

  /**
   * Fewer revisions are there than were asked for.
   *
   * @param number the count as typed
   * @param found what there is instead, in words; may be empty
   */
  static TargetException tooFar(String number, long steps, String found) {
    return walk(
        "Relative revision %s didn't produce %d migrations".formatted(number, steps), found);
  }

  /** Fewer revisions are there than were asked for, counted from a named one. */
  static TargetException walkedTooFar(String found) {
    return walk("Walked too far", found);
  }

  private static TargetException walk(String message, String found) {
    return of(
        "walk-too-far",
        message + (found.isEmpty() ? "" : ": " + found),
        "Ask for fewer steps, or for head or base.");
  }

  /**
   * A downgrade to where nothing is to be undone and the database is not.
   *
   * @param applied whether the destination is applied all the same
   */
  public static TargetException notBelow(
      String wanted, RevisionId destination, Collection<RevisionId> rows, boolean applied) {
    return new TargetException(
        "not-an-ancestor",
        "Destination %s is not a valid downgrade target from current head(s): %s"
            .formatted(
                wanted,
                applied
                    ? "nothing that is applied revises " + destination
                    : rows.isEmpty()
                        ? "nothing is applied"
                        : "the database is at %s, and %s is not applied"
                            .formatted(and(rows), destination)),
        applied
            ? destination + " is only depended on; name a revision below it to undo it."
            : "The way there, if it is wanted, is up: upgrade " + destination + ".",
        wanted,
        Map.of("target", wanted, "revision", destination.value(), "heads", values(rows)));
  }

  /** A downgrade is to keep to a branch that none of the revisions to go is on. */
  public static TargetException notOnTheLine(String label, Collection<RevisionId> roots) {
    return new TargetException(
        "not-an-ancestor",
        "Not a valid downgrade target from current heads: '%s' is not above any of %s"
            .formatted(label, and(roots)),
        "Name a label or an id that stands above the revisions to go, or leave out '"
            + label
            + "@'.",
        label,
        Map.of("branch", label, "revisions", values(roots)));
  }

  /** Not on the way. */
  public static TargetException notOnTheWay(String message, String hint) {
    return of("not-an-ancestor", message, hint);
  }

  /** A range that is not one. */
  public static TargetException range(String message) {
    return of("range", message, "A range is written from:to, for example 0001:head.");
  }

  /** Two things asked for, one of which contains the other. */
  public static TargetException overlapping(RevisionId one, Collection<RevisionId> others) {
    String names = others.stream().map(RevisionId::value).collect(Collectors.joining(", "));
    return new TargetException(
        "overlapping",
        "Requested revision %s overlaps with other requested revisions %s".formatted(one, names),
        one + " includes " + names + "; only one of them can be a row of the version table.",
        one.value(),
        Map.of("revision", one.value(), "includes", values(others)));
  }

  /** Words that are no target. */
  public static TargetException bad(String message, String hint) {
    return of("bad-target", message, hint);
  }

  private static List<String> values(Collection<RevisionId> ids) {
    return ids.stream().map(RevisionId::value).toList();
  }

  /** A list in words: {@code a, b and c}. */
  private static String and(Collection<RevisionId> ids) {
    List<String> names = values(ids);
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  private static TargetException of(String code, String message, String hint) {
    return new TargetException(code, message, hint, "", Map.of());
  }
}
