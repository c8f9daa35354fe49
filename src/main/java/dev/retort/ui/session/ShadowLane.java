package dev.retort.ui.session;

import dev.retort.engine.Shadows;
import dev.retort.execute.Cancellation;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A shadow for one kind of question, opened with the first of them. Questions wait for each other;
 * those of another lane they do not wait for. Any thread.
 */
public final class ShadowLane {
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Function<Consumer<String>, Shadows> opening;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final AtomicReference<Consumer<String>> listener = new AtomicReference<>(words -> {});
  private final AtomicReference<Cancellation> underWay = new AtomicReference<>(new Cancellation());
  private Optional<Shadows> open = Optional.empty();
  private volatile boolean ended;

  /**
   * A lane that nothing goes along yet.
   *
   * @param opening makes the shadow; told whom to tell what takes time
   */
  ShadowLane(Function<Consumer<String>, Shadows> opening) {
    this.opening = opening;
  }

  /**
   * Asks the shadow something, once those that asked before have their answers. Blocks.
   *
   * @param progress told, in words, what takes time
   */
  public <T> T ask(
      Function<Shadows, T> question, Consumer<String> progress, Cancellation cancellation) {
    await(progress, cancellation);
    try {
      listener.set(progress);
      underWay.set(cancellation);
      if (open.isEmpty()) {
        open = Optional.of(opening.apply(words -> listener.get().accept(words)));
      }
      return question.apply(open.get());
    } finally {
      listener.set(words -> {});
      if (ended) {
        letGo();
      }
      turn.unlock();
    }
  }

  private void await(Consumer<String> progress, Cancellation cancellation) {
    if (turn.tryLock()) {
      return;
    }
    progress.accept("Waiting for what was asked before…");
    while (!cancellation.await(LOOK)) {
      if (turn.tryLock()) {
        return;
      }
    }
    throw new CancellationException("called off before its turn");
  }

  /** Stops what is under way and lets go of the shadow, for good. Blocks. */
  void close() {
    ended = true;
    underWay.get().cancel();
    boolean mine = false;
    try {
      mine = turn.tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (mine) {
      // Where it is not, whoever has the turn lets go.
      letGo();
      turn.unlock();
    }
  }

  /** Lets go of the shadow once what is under way is answered. Blocks. */
  void end() {
    ended = true;
    turn.lock();
    try {
      letGo();
    } finally {
      turn.unlock();
    }
  }

  private void letGo() {
    open.ifPresent(Shadows::close);
    open = Optional.empty();
  }
}
