package dev.retort.ui;

import dev.retort.ui.task.Background;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Does everything at once and on the calling thread, so that a model can be tested without the
 * toolkit.
 */
public final class SameThread implements Background {
  private final List<Pending> waiting = new ArrayList<>();

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
  public Later later(Duration pause, Runnable action) {
    Pending pending = new Pending(pause, action);
    waiting.add(pending);
    return () -> waiting.remove(pending);
  }

  /** How long what waits is to wait, in the order it was asked for. */
  public List<Duration> waiting() {
    return waiting.stream().map(Pending::pause).toList();
  }

  /** Does everything that waits now, as if its time had come. */
  public void elapse() {
    List<Pending> due = List.copyOf(waiting);
    waiting.clear();
    due.forEach(pending -> pending.action().run());
  }

  private record Pending(Duration pause, Runnable action) {}

  @Override
  public void close() {}
}
