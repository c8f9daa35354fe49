package dev.retort.execute;

import dev.retort.execute.state.Retry;
import dev.retort.plan.PlannedStatement;
import dev.retort.plan.Resumption;
import dev.retort.plan.Step;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How far a run has come. Belongs to the run's thread. */
final class Cursor {
  private final List<Step> steps;
  private final List<RevisionId> headsBefore;
  private List<RevisionId> committedHeads;
  private int committedSteps;
  private int statementsRun;
  private int statementsPending;
  private int step;
  private int statement;
  private boolean inStatement;
  private boolean withMark;
  private boolean committing;
  private final Optional<Resumption> from;
  private final List<Retry> retries = new ArrayList<>();

  Cursor(List<Step> steps, List<RevisionId> headsBefore, Optional<Resumption> from) {
    this.steps = steps;
    this.from = from;
    this.headsBefore = headsBefore;
    this.committedHeads = headsBefore.stream().sorted().toList();
  }

  /** It stands at a statement of a step's file. */
  void at(int newStep, int newStatement) {
    step = newStep;
    statement = newStatement;
    inStatement = true;
    withMark = false;
    committing = false;
  }

  /** It stands at a statement that takes effect together with the mark that says so. */
  void withMark(int newStep, int newStatement) {
    at(newStep, newStatement);
    withMark = true;
  }

  /** It stands at the commit of such a statement. */
  void committing(int newStep, int newStatement) {
    keepingBooks(newStep, newStatement);
    committing = true;
  }

  /** It stands before a statement, or after the last: the version table is being written. */
  void keepingBooks(int newStep, int newStatement) {
    step = newStep;
    statement = newStatement;
    inStatement = false;
    withMark = false;
    committing = false;
  }

  void statementDone() {
    statementsPending++;
  }

  /** What ran since the last commit is undone. */
  void undone() {
    statementsPending = 0;
  }

  /** How many statements are done whose step is not. */
  int pending() {
    return statementsPending;
  }

  /** What ran since so many were done is undone. */
  void backTo(int pending) {
    statementsPending = pending;
  }

  /** What the cursor stands at was tried, gave way, and will be tried again. */
  void gaveWay(Retry retry) {
    retries.add(retry);
  }

  /** What was tried in vain since the last commit. */
  List<Retry> retries() {
    return List.copyOf(retries);
  }

  /** Everything up to this step, exclusive, is committed. */
  void committed(int upTo) {
    committedSteps = upTo;
    retries.clear();
    statementsRun += statementsPending;
    statementsPending = 0;
    if (upTo > 0) {
      committedHeads = steps.get(upTo - 1).headsAfter();
    }
  }

  int stepIndex() {
    return step;
  }

  Step step() {
    return steps.get(step);
  }

  int statementIndex() {
    return statement;
  }

  /** Whether it stands at a statement of the file, rather than at Retort's own bookkeeping. */
  boolean inStatement() {
    return inStatement;
  }

  /** Whether all statements of the step are behind it; so where there is no step at all. */
  boolean pastStatements() {
    return step >= steps.size() || statement >= step().statements().size();
  }

  /** Whether the statement under way leaves nothing behind unless it and its mark are committed. */
  boolean isWithMark() {
    return withMark;
  }

  /** Whether a statement is being committed together with its mark. */
  boolean isCommitting() {
    return committing;
  }

  /** All statements of the step's section: more than the step has where it was begun before. */
  List<PlannedStatement> section() {
    return resumed().map(Resumption::section).orElseGet(() -> step().statements());
  }

  /** Whether a statement of the step is one of its section, and not one to prepare going on. */
  boolean ofSection(int index) {
    return resumed().map(resumption -> resumption.numbers().get(index) >= 0).orElse(true);
  }

  /**
   * 0-based index, in the section, of the statement it stands at; how many there are at its end.
   */
  int number() {
    return resumed()
        .map(
            resumption ->
                statement >= resumption.numbers().size()
                    ? resumption.section().size()
                    : Math.max(resumption.numbers().get(statement), resumption.next()))
        .orElse(statement);
  }

  private Optional<Resumption> resumed() {
    return from.filter(resumption -> step == 0);
  }

  PlannedStatement statement() {
    return step().statements().get(statement);
  }

  int committedSteps() {
    return committedSteps;
  }

  List<RevisionId> committedHeads() {
    return committedHeads;
  }

  /**
   * After how many steps, of those that were committed, the heads are these; the most if several.
   */
  Optional<Integer> stepsAt(List<RevisionId> heads) {
    Set<RevisionId> wanted = new HashSet<>(heads);
    for (int done = committedSteps; done >= 0; done--) {
      List<RevisionId> then = done == 0 ? headsBefore : steps.get(done - 1).headsAfter();
      if (wanted.equals(new HashSet<>(then))) {
        return Optional.of(done);
      }
    }
    return Optional.empty();
  }

  int statementsRun() {
    return statementsRun;
  }
}
