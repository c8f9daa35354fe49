package dev.retort.plan.resume;

import dev.retort.graph.RevisionGraph;
import dev.retort.plan.Blocks;
import dev.retort.plan.Command;
import dev.retort.plan.Direction;
import dev.retort.plan.HalfMade;
import dev.retort.plan.Interruption;
import dev.retort.plan.Note;
import dev.retort.plan.Plan;
import dev.retort.plan.PlannedStatement;
import dev.retort.plan.PlannedStatement.Purpose;
import dev.retort.plan.Planner;
import dev.retort.plan.Resumption;
import dev.retort.plan.Step;
import dev.retort.plan.Traces;
import dev.retort.plan.UnplannableException;
import dev.retort.revision.RevisionId;
import dev.retort.sql.StatementEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes plans for a database on which a step stopped midway: they begin with what is left of it,
 * shown and reviewed as any other statement. Pure; any thread.
 */
public final class Resumer {
  private final RevisionGraph graph;
  private final Planner planner;
  private final List<RevisionId> heads;
  private final Interruption mark;
  private final Traces traces;

  /**
   * One who makes plans from a mark.
   *
   * @param heads the rows of the version table, in its own order
   * @param traces what the database shows of the work of the statement the mark stands at
   */
  public Resumer(RevisionGraph graph, List<RevisionId> heads, Interruption mark, Traces traces) {
    this.graph = graph;
    this.planner = new Planner(graph);
    this.heads = List.copyOf(heads);
    this.mark = mark;
    this.traces = traces;
  }

  /** What can be said about the step that stopped. */
  public Situation situation() {
    return new Situation(mark, traces, verdict());
  }

  private Verdict verdict() {
    try {
      return whole(new ArrayList<>())
          .map(step -> new Judge(mark, traces, step).judge())
          .orElseGet(this::moved);
    } catch (UnplannableException e) {
      return new Verdict.Impossible(e.code(), e.problems().getFirst().oneLine(), e.hint());
    }
  }

  private Optional<Step> whole(List<Note> notes) {
    return planner.single(heads, mark.revision(), mark.direction(), notes);
  }

  private Verdict moved() {
    String why =
        graph.find(mark.revision()).isEmpty()
            ? "No revision file has " + mark.revision() + " any more."
            : "The version table has been changed since: the %s of %s is no step from where it is."
                .formatted(mark.direction().word(), mark.revision());
    return new Verdict.Impossible("moved", why, WaysOut.byHand(traces));
  }

  /**
   * An upgrade or a downgrade that begins with what is left of the step.
   *
   * @throws ResumeException if that is not on the way, or not clear
   */
  public Plan onTheWay(Command command, List<String> targets) {
    Situation situation = situation();
    Direction wanted = command == Command.UPGRADE ? Direction.UPGRADE : Direction.DOWNGRADE;
    if (mark.direction() != wanted) {
      throw ResumeException.elsewhere(
          situation, "%s cannot begin before that is settled.".formatted(article(wanted)));
    }
    Left left = left(situation, Choice.PROVEN);
    return planner
        .resumed(command, heads, targets, left.resumption(), left.statements())
        .map(plan -> withNote(plan, situation))
        .orElseThrow(
            () ->
                ResumeException.elsewhere(
                    situation,
                    "The way to %s does not go through it.".formatted(String.join(" ", targets))));
  }

  private static String article(Direction wanted) {
    return wanted == Direction.UPGRADE ? "An upgrade" : "A downgrade";
  }

  /**
   * What is left of the step, and nothing else.
   *
   * @param choice what the user says of the statement that was under way
   * @throws ResumeException if it cannot be gone on with, or not without a choice
   */
  public Plan finish(Choice choice) {
    Situation situation = situation();
    Left left = left(situation, choice);
    return withNote(
        planner.finished(heads, left.step(), left.notes(), left.resumption(), left.statements()),
        situation);
  }

  /** Takes away whatever is half made, and nothing else. */
  public Plan cleanup() {
    return planner.cleanup(heads, mark, traces.halfMade());
  }

  private Left left(Situation situation, Choice choice) {
    int next;
    List<HalfMade> cleanup;
    switch (situation.verdict()) {
      case Verdict.Impossible impossible -> throw ResumeException.impossible(situation, impossible);
      case Verdict.Proven proven -> {
        next =
            choice == Choice.SKIP && proven.next() == mark.statement()
                ? behind(situation)
                : proven.next();
        cleanup = next == proven.next() ? proven.cleanup() : List.of();
      }
      case Verdict.Unclear unclear -> {
        if (choice == Choice.PROVEN) {
          throw ResumeException.unclear(situation, unclear);
        }
        next = choice == Choice.SKIP ? unclear.after() : unclear.statement();
        cleanup = choice == Choice.SKIP ? List.of() : unclear.cleanup();
      }
    }
    List<Note> notes = new ArrayList<>();
    return left(whole(notes).orElseThrow(), next, cleanup, notes);
  }

  /** The user says it is done although the database says it is not: their word counts. */
  private int behind(Situation situation) {
    return mark.allDone()
        ? mark.statement()
        : Blocks.end(
                whole(new ArrayList<>()).orElseThrow().statements(),
                situation.interruption().statement())
            + 1;
  }

  private Left left(Step step, int next, List<HalfMade> cleanup, List<Note> notes) {
    List<PlannedStatement> statements = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    List<PlannedStatement> section = step.statements();
    for (PlannedStatement earlier : section.subList(0, Math.min(next, section.size()))) {
      if (isSetting(earlier)) {
        statements.add(earlier.as(Purpose.SETTING));
        numbers.add(-1);
      }
    }
    for (HalfMade one : cleanup) {
      statements.add(PlannedStatement.cleanup(one));
      numbers.add(-1);
    }
    for (int i = next; i < section.size(); i++) {
      statements.add(section.get(i));
      numbers.add(i);
    }
    Resumption resumption =
        new Resumption(mark, traces, section, numbers, Math.min(next, section.size()));
    return new Left(step, notes, resumption, statements);
  }

  /** What a session was told is gone with it, and later statements may rely on it. */
  private static boolean isSetting(PlannedStatement statement) {
    return StatementEffect.of(statement.sql()) == StatementEffect.SESSION
        && !statement.sql().strip().matches("(?is)SET\\s+LOCAL\\b.*");
  }

  private Plan withNote(Plan plan, Situation situation) {
    List<Note> notes = new ArrayList<>();
    notes.add(
        new Note(
            "resumed",
            "This goes on with a run that stopped midway: "
                + mark.display()
                + ". "
                + situation.verdict().words(),
            Optional.of(mark.revision())));
    notes.addAll(plan.notes());
    return plan.withNotes(notes);
  }

  /** What is left of the step. */
  private record Left(
      Step step, List<Note> notes, Resumption resumption, List<PlannedStatement> statements) {}
}
