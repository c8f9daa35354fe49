package dev.retort.postgres;

import dev.retort.problem.RetortException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A second connection beside a run's, made when first needed and again when it broke, over which is
 * looked what the run's session is doing. It gives up soon. For one thread.
 */
final class WatchSession implements AutoCloseable {
  private final Connector connector;
  private @Nullable PostgresSession session;

  /**
   * A connection to be made.
   *
   * @param connector gives up soon
   */
  WatchSession(Connector connector) {
    this.connector = connector;
  }

  /**
   * Looks at something.
   *
   * @throws RetortException if it cannot be seen
   */
  <T> T look(Function<PostgresSession, T> look) {
    try {
      PostgresSession open = session;
      if (open == null) {
        open = PostgresSession.forLooking(connector);
        session = open;
      }
      return look.apply(open);
    } catch (RetortException e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() {
    PostgresSession open = session;
    session = null;
    if (open != null) {
      open.close();
    }
  }
}
