package dev.retort.ui.author;

import dev.retort.ui.SameThread;
import dev.retort.ui.task.Background;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** What is seen by watching the files comes on a thread of its own, and is not looked at here. */
final class Unwatched implements Background {
  private final SameThread same = new SameThread();
  private final Thread mine = Thread.currentThread();

  @Override
  public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
    same.run(work, done, failed);
  }

  @Override
  public void onToolkit(Runnable action) {
    if (Thread.currentThread().equals(mine)) {
      action.run();
    }
  }

  @Override
  public Later later(Duration pause, Runnable action) {
    return same.later(pause, action);
  }

  @Override
  public void close() {}
}
