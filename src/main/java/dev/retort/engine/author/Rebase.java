package dev.retort.engine.author;

import dev.retort.engine.Project;
import dev.retort.graph.RevisionGraph;
import dev.retort.problem.Problem;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.writing.RevisionRewriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives revisions that are nowhere applied another parent, so that no merge is needed. Of the
 * revisions named, those that revise none of the others move onto the target; the others, and
 * whatever revises them, come along as they are.
 */
public final class Rebase {
  private final Project project;

  /** Rebases in a project as it was read. */
  public Rebase(Project project) {
    this.project = project;
  }

  /**
   * A revision that got another parent.
   *
   * @param before what it revised
   * @param after what it revises
   */
  public record Move(RevisionId id, Path file, List<RevisionId> before, List<RevisionId> after) {}

  /**
   * What a rebase did.
   *
   * @param project the project as it is afterwards
   */
  public record Done(List<Move> moves, Project project) {}

  /**
   * The revisions that a rebase of these would give another place: themselves and whatever is built
   * on them. Writes nothing.
   */
  public Set<RevisionId> concerned(List<String> revisions) {
    return project.sound().graph().descendants(named(revisions), true);
  }

  /**
   * Re-parents, or leaves everything as it is.
   *
   * @param applied what is applied on the databases that count; nothing of it may be moved
   * @throws AuthoringException if something named is applied, is a merge, or would come to be above
   *     itself
   */
  public Done onto(List<String> revisions, String target, Set<RevisionId> applied) {
    List<Move> moves = moves(revisions, target, applied);
    return new Done(moves, moves.isEmpty() ? project : write(moves, project.sound().graph()));
  }

  /** What {@link #onto} would change, file by file; writes nothing, and throws what it would. */
  public List<HeaderChange> preview(
      List<String> revisions, String target, Set<RevisionId> applied) {
    RevisionGraph graph = project.sound().graph();
    return moves(revisions, target, applied).stream()
        .map(
            move -> {
              Revision revision = graph.find(move.id()).orElseThrow();
              return HeaderChange.between(
                  move,
                  revision.message(),
                  RevisionRewriter.edited(revision, move.after(), revision.dependsOn()));
            })
        .toList();
  }

  private List<Move> moves(List<String> revisions, String target, Set<RevisionId> applied) {
    RevisionGraph graph = project.sound().graph();
    Set<RevisionId> named = named(revisions);
    List<RevisionId> onto = new Names(graph).one(target).stream().toList();
    requireNotApplied(concerned(revisions), applied);
    requireBelow(graph, named, onto);
    List<Move> moves = new ArrayList<>();
    for (RevisionId id : named) {
      Revision revision = graph.find(id).orElseThrow();
      boolean root = revision.downRevisions().stream().noneMatch(named::contains);
      if (root && !revision.downRevisions().equals(onto)) {
        requireNoMerge(revision);
        moves.add(new Move(id, file(revision), revision.downRevisions(), onto));
      }
    }
    return moves;
  }

  private Set<RevisionId> named(List<String> revisions) {
    return new LinkedHashSet<>(new Names(project.sound().graph()).parents(revisions));
  }

  private static void requireNotApplied(Set<RevisionId> concerned, Set<RevisionId> applied) {
    List<String> both =
        concerned.stream().filter(applied::contains).map(RevisionId::value).sorted().toList();
    if (!both.isEmpty()) {
      throw AuthoringException.refused(
          "applied",
          "The database has " + String.join(", ", both) + " applied, so nothing was moved.",
          "Downgrade it first, or merge instead: retort merge heads.",
          Map.of("revisions", both));
    }
  }

  private static void requireBelow(
      RevisionGraph graph, Set<RevisionId> named, List<RevisionId> onto) {
    Set<RevisionId> above = graph.descendants(named, true);
    if (onto.stream().anyMatch(above::contains)) {
      throw new AuthoringException(
          "cycle",
          "Revision " + onto.getFirst() + " is itself built on what is to be moved onto it.",
          "Choose a target on the other branch.",
          Map.of("revision", onto.getFirst().value()));
    }
  }

  private static void requireNoMerge(Revision revision) {
    if (revision.downRevisions().size() > 1) {
      throw new AuthoringException(
          "is-a-merge",
          "Revision "
              + revision.id()
              + " merges "
              + revision.downRevisions().stream()
                  .map(RevisionId::value)
                  .collect(Collectors.joining(", "))
              + ", and cannot be given one parent instead.",
          "Rebase the revisions that it merges, and delete its file.",
          Map.of("revision", revision.id().value()));
    }
  }

  private static Path file(Revision revision) {
    return revision
        .file()
        .orElseThrow(() -> new IllegalStateException("a revision of a project has a file"));
  }

  private Project write(List<Move> moves, RevisionGraph graph) {
    Map<Path, byte[]> before = new LinkedHashMap<>();
    try {
      for (Move move : moves) {
        before.put(move.file(), Files.readAllBytes(move.file()));
        Revision revision = graph.find(move.id()).orElseThrow();
        RevisionRewriter.rewrite(revision, move.after(), revision.dependsOn());
      }
      Project after = project.reload();
      List<Problem> errors = after.errors();
      if (!errors.isEmpty()) {
        throw AuthoringException.takenBack(errors);
      }
      return after;
    } catch (IOException e) {
      restore(before, Optional.of(e));
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      restore(before, Optional.of(e));
      throw e;
    }
  }

  private static void restore(Map<Path, byte[]> before, Optional<Exception> reason) {
    for (Map.Entry<Path, byte[]> file : before.entrySet()) {
      try {
        Files.write(file.getKey(), file.getValue());
      } catch (IOException e) {
        reason.ifPresent(cause -> cause.addSuppressed(e));
      }
    }
  }
}
