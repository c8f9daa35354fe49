package dev.retort.ui;

import dev.retort.ui.task.Background;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Does everything at once and on the calling thread, so that a model can be tested without the
 * toolkit.
 */
public final class SameThread implements Background {
  @Override
  public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
    T result;
    try {
      result = work.call();
    } catch (Exception problem) {
      failed.accept(problem);
      return;
    }
    done.accept(result);
  }

  @Override
  public void onToolkit(Runnable action) {
    action.run();
  }

  @Override
  public void close() {}
}
