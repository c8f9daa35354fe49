package dev.retort.execute;

import java.time.Duration;

/** Hears what becomes of statements that were sent ahead, as {@link StatementListener} does. */
public interface AheadListener extends StatementListener {

  /**
   * The next statement has ended well.
   *
   * @param rows affected or returned, -1 where the server says nothing
   * @param took from the end of the one before, or from sending
   */
  void finished(long rows, Duration took);
}
