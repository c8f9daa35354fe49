package dev.retort.plan;

import dev.retort.graph.RevisionGraph;
import dev.retort.plan.PlannedStatement.Purpose;
import dev.retort.plan.route.HeadChanges;
import dev.retort.plan.route.StampRoute;
import dev.retort.problem.Problem;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.TransactionMode;
import dev.retort.revision.WayBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Routes to steps: each revision with its statements and the rows it changes. Notes what a step has
 * that is unusual, and gathers what keeps any of them from being run.
 */
final class Steps {
  private final RevisionGraph graph;
  private final List<Note> notes;
  private final List<Problem> problems = new ArrayList<>();

  Steps(RevisionGraph graph, List<Note> notes) {
    this.graph = graph;
    this.notes = notes;
  }

  /**
   * Steps up, from some rows.
   *
   * @throws UnplannableException if a section holds what may not be run, for all sections at once
   */
  List<Step> up(List<RevisionId> route, List<RevisionId> rows) {
    HeadChanges heads = new HeadChanges(graph, rows);
    List<Step> steps = new ArrayList<>(route.size());
    for (RevisionId id : route) {
      steps.add(up(graph.find(id).orElseThrow(), heads));
    }
    UnplannableException.check(problems);
    return steps;
  }

  private Step up(Revision revision, HeadChanges heads) {
    List<PlannedStatement> statements =
        new ArrayList<>(statements(revision, "upgrade", revision.upgrade(), Purpose.MIGRATE));
    revision
        .verify()
        .ifPresent(
            script -> statements.addAll(statements(revision, "verify", script, Purpose.VERIFY)));
    noteNoWayBack(revision, statements);
    return new Step(
        Optional.of(revision.id()),
        Direction.UPGRADE,
        revision.downRevisions(),
        List.of(revision.id()),
        revision.message(),
        revision.upgrade().file().or(revision::file),
        revision.upgrade().mode() == TransactionMode.TRANSACTIONAL,
        statements,
        heads.up(revision.id()),
        heads.now(),
        revision.wayBack());
  }

  /** Steps down, from some rows; throws as {@link #up} does. */
  List<Step> down(List<RevisionId> route, List<RevisionId> rows) {
    HeadChanges heads = new HeadChanges(graph, rows);
    List<Step> steps = new ArrayList<>(route.size());
    for (RevisionId id : route) {
      steps.add(down(graph.find(id).orElseThrow(), heads));
    }
    UnplannableException.check(problems);
    return steps;
  }

  private Step down(Revision revision, HeadChanges heads) {
    noteOneWay(revision);
    Optional<Script> script =
        revision.wayBack() instanceof WayBack.Downgrade(Script found)
            ? Optional.of(found)
            : Optional.empty();
    return new Step(
        Optional.of(revision.id()),
        Direction.DOWNGRADE,
        List.of(revision.id()),
        revision.downRevisions(),
        revision.message(),
        script.flatMap(Script::file).or(revision::file),
        script.map(Script::mode).orElse(TransactionMode.TRANSACTIONAL)
            == TransactionMode.TRANSACTIONAL,
        script
            .map(found -> statements(revision, "downgrade", found, Purpose.MIGRATE))
            .orElse(List.of()),
        heads.down(revision.id()),
        heads.now(),
        revision.wayBack());
  }

  /** The moves of a stamp, which have no statements. */
  static List<Step> stamp(List<StampRoute.Move> moves) {
    return moves.stream()
        .map(
            move ->
                new Step(
                    move.to(),
                    Direction.STAMP,
                    move.from(),
                    move.to().stream().toList(),
                    "",
                    Optional.empty(),
                    true,
                    List.of(),
                    move.change(),
                    move.after(),
                    new WayBack.Missing()))
        .toList();
  }

  private List<PlannedStatement> statements(
      Revision revision, String section, Script script, Purpose purpose) {
    return new Statements(revision, section, notes, problems).of(script, purpose);
  }

  private void noteNoWayBack(Revision revision, List<PlannedStatement> planned) {
    switch (revision.wayBack()) {
      case WayBack.Downgrade downgrade -> {}
      case WayBack.Irreversible(String reason) ->
          note(
              revision,
              "There is deliberately no way back from %s%s"
                  .formatted(revision.id(), reason.isEmpty() ? "." : ": " + reason));
      case WayBack.Missing missing -> {
        if (!planned.isEmpty()) {
          note(
              revision,
              "%s has no downgrade: there is no way back from it.".formatted(revision.id()));
        }
      }
    }
  }

  private void note(Revision revision, String text) {
    notes.add(new Note("no-way-back", text, Optional.of(revision.id())));
  }

  /** A plan may be looked at all the same; see {@link IrreversibleException#check}. */
  private void noteOneWay(Revision revision) {
    switch (revision.wayBack()) {
      case WayBack.Downgrade downgrade -> {}
      case WayBack.Irreversible(String reason) ->
          notes.add(Note.irreversible(revision.id(), reason));
      case WayBack.Missing missing -> {
        // There is nothing to undo in an empty upgrade: a merge usually has one.
        if (!Statements.isEmpty(revision.upgrade())) {
          notes.add(Note.irreversible(revision.id(), "its file has no downgrade section"));
        }
      }
    }
  }
}
