package dev.retort.ui.task;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Runs work that touches disk, network or the engine away from the toolkit's thread, and brings
 * what comes of it back. Tests use a twin that does everything on the calling thread.
 */
public interface Background extends AutoCloseable {

  /**
   * Runs {@code work} on another thread, then exactly one of the two on the toolkit's thread.
   *
   * @param failed is given whatever {@code work} threw; nothing is swallowed
   */
  <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed);

  /** Runs {@code action} on the toolkit's thread, soon and in the order of the calls. */
  void onToolkit(Runnable action);

  /**
   * Runs {@code action} on the toolkit's thread after a pause, unless it is called off before;
   * never once this is closed.
   */
  Later later(Duration pause, Runnable action);

  /** Something that is to be done after a pause. */
  interface Later {
    /** Calls it off; does nothing where it has been done already. Toolkit's thread. */
    void callOff();
  }

  /** Stops taking work; work under way is interrupted. */
  @Override
  void close();
}
