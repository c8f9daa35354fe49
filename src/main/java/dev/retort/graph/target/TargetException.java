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
            + " schema really matches, which retort identify finds: retort stamp --purge REV.",
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
    String names = heads.stream().map(RevisionId::value).collect(Collectors.joining(", "));
    return new TargetException(
        "multiple-heads",
        headsMessage(argument),
        "The heads are "
            + names
            + ". Name one of them, or merge them: retort merge -m \"…\" heads.",
        argument,
        Map.of("target", argument, "heads", heads.stream().map(RevisionId::value).toList()));
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

  /** Several ways lead on. */
  static TargetException ambiguousWalk() {
    return of(
        "ambiguous",
        "Ambiguous walk",
        "Counting steps meets a place where several revisions come next. Name the revision"
            + " instead.");
  }

  /** There are several rows to start from. */
  static TargetException ambiguousStart(Collection<RevisionId> rows) {
    return of(
        "ambiguous",
        "Ambiguous upgrade from multiple current revisions",
        "The database is at "
            + rows.stream().map(RevisionId::value).collect(Collectors.joining(", "))
            + ". Say which branch: <branch>@+1.");
  }

  /** Fewer revisions are there than were asked for. */
  static TargetException tooFar(String relative, long steps) {
    return tooFar(relative, steps, "Ask for fewer steps, or for head or base.");
  }

  /** Steps back from where the database is, for an upgrade. */
  static TargetException downByUpgrade(int steps) {
    return tooFar(
        Integer.toString(steps),
        Math.abs((long) steps),
        steps == 0
            ? "Ask for a step at least: retort upgrade +1."
            : "An upgrade counts up, as in +1. To undo revisions: retort downgrade " + steps + ".");
  }

  /** Steps on from where the database is, for a downgrade. */
  static TargetException upByDowngrade(String relative, int steps) {
    return tooFar(
        relative,
        steps,
        steps == 0
            ? "Ask for a step at least: retort downgrade -1."
            : "A downgrade counts down, as in -1. To apply more: retort upgrade +" + steps + ".");
  }

  private static TargetException tooFar(String relative, long steps, String hint) {
    return of(
        "walk-too-far",
        "Relative revision %s didn't produce %d migrations".formatted(relative, steps),
        hint);
  }

  /** Fewer revisions are there than were asked for, counted from a named one. */
  static TargetException walkedTooFar() {
    return of("walk-too-far", "Walked too far", "Ask for fewer steps, or for head or base.");
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
    return of(
        "overlapping",
        "Requested revision %s overlaps with other requested revisions %s".formatted(one, names),
        one + " includes " + names + "; only one of them can be a row of the version table.");
  }

  /** Words that are no target. */
  public static TargetException bad(String message, String hint) {
    return of("bad-target", message, hint);
  }

  private static TargetException of(String code, String message, String hint) {
    return new TargetException(code, message, hint, "", Map.of());
  }
}
