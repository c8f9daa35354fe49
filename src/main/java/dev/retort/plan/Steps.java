package dev.retort.plan;

import dev.retort.graph.RevisionGraph;
import dev.retort.plan.PlannedStatement.Purpose;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.Template;
import dev.retort.revision.TransactionMode;
import dev.retort.revision.WayBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Routes to steps: each revision with its statements and the rows it changes. */
final class Steps {
  private final RevisionGraph graph;
  private final List<Note> notes;

  Steps(RevisionGraph graph, List<Note> notes) {
    this.graph = graph;
    this.notes = notes;
  }

  List<Step> up(List<RevisionId> route, HeadChanges heads) {
    List<Step> steps = new ArrayList<>(route.size());
    for (RevisionId id : route) {
      Revision revision = graph.find(id).orElseThrow();
      Statements statements = new Statements(revision, Direction.UPGRADE, notes);
      List<PlannedStatement> planned =
          new ArrayList<>(statements.of(revision.upgrade(), Purpose.MIGRATE));
      revision.verify().ifPresent(script -> planned.addAll(statements.of(script, Purpose.VERIFY)));
      noteEmpty(revision, planned);
      noteNoWayBack(revision, planned);
      steps.add(
          new Step(
              Optional.of(id),
              Direction.UPGRADE,
              revision.downRevisions(),
              List.of(id),
              revision.message(),
              revision.upgrade().file().or(revision::file),
              revision.upgrade().mode() == TransactionMode.TRANSACTIONAL,
              planned,
              heads.up(id),
              heads.now(),
              revision.wayBack()));
    }
    return steps;
  }

  List<Step> down(List<RevisionId> route, HeadChanges heads) {
    List<Step> steps = new ArrayList<>(route.size());
    for (RevisionId id : route) {
      Revision revision = graph.find(id).orElseThrow();
      noteOneWay(revision);
      Optional<Script> script =
          revision.wayBack() instanceof WayBack.Downgrade(Script found)
              ? Optional.of(found)
              : Optional.empty();
      Statements statements = new Statements(revision, Direction.DOWNGRADE, notes);
      steps.add(
          new Step(
              Optional.of(id),
              Direction.DOWNGRADE,
              List.of(id),
              revision.downRevisions(),
              revision.message(),
              script.flatMap(Script::file).or(revision::file),
              script.map(Script::mode).orElse(TransactionMode.TRANSACTIONAL)
                  == TransactionMode.TRANSACTIONAL,
              script.map(found -> statements.of(found, Purpose.MIGRATE)).orElse(List.of()),
              heads.down(id),
              heads.now(),
              revision.wayBack()));
    }
    return steps;
  }

  List<Step> stamp(List<StampRoute.Move> moves, List<List<RevisionId>> after) {
    List<Step> steps = new ArrayList<>(moves.size());
    for (int i = 0; i < moves.size(); i++) {
      StampRoute.Move move = moves.get(i);
      steps.add(
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
              after.get(i),
              new WayBack.Missing()));
    }
    return steps;
  }

  /** Whether a revision has anything to undo: a merge usually has not. */
  private static boolean isEmpty(Revision revision) {
    return new Statements(revision, Direction.UPGRADE, new ArrayList<>())
        .of(revision.upgrade(), Purpose.MIGRATE)
        .isEmpty();
  }

  /**
   * Only a merge is meant to be empty. What still has the words of its template was forgotten: it
   * may be looked at, see {@link NotFilledInException#check}; anything else may be on purpose.
   */
  private void noteEmpty(Revision revision, List<PlannedStatement> planned) {
    if (!planned.isEmpty() || revision.downRevisions().size() > 1) {
      return;
    }
    boolean template = Template.isIn(revision.upgrade());
    notes.add(
        new Note(
            template ? Note.NOT_FILLED_IN : "empty-upgrade",
            revision.id()
                + (template
                    ? " has not been filled in yet: its upgrade has no SQL, so this cannot run."
                    : " has no statements in its upgrade."),
            Optional.of(revision.id())));
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
        if (!isEmpty(revision)) {
          notes.add(Note.irreversible(revision.id(), "its file has no downgrade section"));
        }
      }
    }
  }
}
