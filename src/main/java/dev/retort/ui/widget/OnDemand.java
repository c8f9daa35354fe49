package dev.retort.ui.widget;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A part of the window that is made when somebody first wants to see it, so that the first picture
 * of the window does not wait for what few look at. Toolkit's thread.
 */
public final class OnDemand<T> {
  private final Supplier<T> maker;
  private Optional<T> made = Optional.empty();

  /** A part that is not there yet. */
  public OnDemand(Supplier<T> maker) {
    this.maker = maker;
  }

  /** The part; made now, if it was not before. */
  public T get() {
    if (made.isEmpty()) {
      made = Optional.of(maker.get());
    }
    return made.get();
  }

  /** Does something with the part if it is there. */
  public void ifMade(Consumer<T> use) {
    made.ifPresent(use);
  }

  /** Whether it is there, and is this one. */
  public boolean is(Object other) {
    return made.filter(other::equals).isPresent();
  }
}
