package dev.retort.ui.task;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * The client's {@link Background}: a virtual thread for each piece of work, JavaFX's own thread for
 * results.
 */
public final class FxBackground implements Background {
  private final ExecutorService executor =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("retort-work-", 0).factory());

  @Override
  public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
    if (executor.isShutdown()) {
      // The client is closing; what its last events still ask for would reach nobody.
      return;
    }
    executor.execute(
        () -> {
          T result;
          try {
            result = work.call();
          } catch (Exception | Error problem) {
            Platform.runLater(() -> failed.accept(problem));
            return;
          }
          Platform.runLater(() -> done.accept(result));
        });
  }

  @Override
  public void onToolkit(Runnable action) {
    if (Platform.isFxApplicationThread()) {
      action.run();
    } else {
      Platform.runLater(action);
    }
  }

  @Override
  public Later later(Duration pause, Runnable action) {
    // Read and written on the toolkit's thread alone.
    AtomicBoolean off = new AtomicBoolean();
    Runnable unlessOff =
        () -> {
          if (!off.get()) {
            action.run();
          }
        };
    run(
        () -> {
          Thread.sleep(pause);
          return pause;
        },
        over -> unlessOff.run(),
        interrupted -> off.set(true));
    return () -> off.set(true);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
