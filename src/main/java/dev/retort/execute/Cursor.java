package dev.retort.execute;

import dev.retort.plan.PlannedStatement;
import dev.retort.plan.Step;
import dev.retort.revision.RevisionId;
import java.util.List;

/** How far a run has come. Belongs to the run's thread. */
final class Cursor {
  private final List<Step> steps;
  private List<RevisionId> committedHeads;
  private int committedSteps;
  private int statementsRun;
  private int statementsPending;
  private int step;
  private int statement;
  private boolean inStatement;

  Cursor(List<Step> steps, List<RevisionId> headsBefore) {
    this.steps = steps;
    this.committedHeads = headsBefore.stream().sorted().toList();
  }

  /** It stands at a statement of a step's file. */
  void at(int newStep, int newStatement) {
    step = newStep;
    statement = newStatement;
    inStatement = true;
  }

  /** It stands before a statement, or after the last: the version table is being written. */
  void keepingBooks(int newStep, int newStatement) {
    step = newStep;
    statement = newStatement;
    inStatement = false;
  }

  void statementDone() {
    statementsPending++;
  }

  /** What ran since the last commit is undone. */
  void undone() {
    statementsPending = 0;
  }

  /** Everything up to this step, exclusive, is committed. */
  void committed(int upTo) {
    committedSteps = upTo;
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

  PlannedStatement statement() {
    return step().statements().get(statement);
  }

  int committedSteps() {
    return committedSteps;
  }

  List<RevisionId> committedHeads() {
    return committedHeads;
  }

  int statementsRun() {
    return statementsRun;
  }
}
