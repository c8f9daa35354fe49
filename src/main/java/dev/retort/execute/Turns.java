package dev.retort.execute;

import dev.retort.execute.failure.ServerErrorException;

/**
 * Lets the transactions of a step that is none itself give way to others and take another turn: a
 * statement that goes with its mark, a transaction that the file begins, the version write. Each
 * was rolled back whole, so that nothing is sent twice that may have taken effect.
 */
final class Turns {
  private final RunContext context;
  private final Cursor cursor;

  private int blockBegin;
  private int blockPending;
  private boolean markedBeforeBlock;
  private Attempts blockAttempts;

  Turns(RunContext context, Cursor cursor) {
    this.context = context;
    this.cursor = cursor;
    this.blockAttempts = new Attempts(context, cursor);
  }

  /**
   * Does something that is one transaction, again where it gave way.
   *
   * @param statement the index of the statement that it is about
   */
  void take(int statement, Runnable transaction) {
    Attempts attempts = new Attempts(context, cursor);
    int pending = cursor.pending();
    boolean done = false;
    while (!done) {
      try {
        transaction.run();
        done = true;
      } catch (ServerErrorException e) {
        again(attempts, statement, pending, e);
      }
    }
  }

  /**
   * The file begins a transaction that it surely ends.
   *
   * @param statement the index of the statement that begins it
   * @param marked whether a mark is in the database
   */
  void beginBlock(int statement, boolean marked) {
    if (statement != blockBegin) {
      blockAttempts = new Attempts(context, cursor);
    }
    blockBegin = statement;
    blockPending = cursor.pending();
    markedBeforeBlock = marked;
  }

  /** Whether a mark was in the database before the transaction that the file began. */
  boolean markedBeforeBlock() {
    return markedBeforeBlock;
  }

  /** Gives the index of the statement that begins it, if it is to be run again. */
  int blockAgain(ServerErrorException e) {
    again(blockAttempts, blockBegin, blockPending, e);
    return blockBegin;
  }

  private void again(Attempts attempts, int statement, int pending, ServerErrorException e) {
    if (!attempts.another(e)) {
      throw e;
    }
    context.session().undo();
    cursor.backTo(pending);
    if (!attempts.pauseAt(statement, e)) {
      throw new StoppedException();
    }
  }
}
