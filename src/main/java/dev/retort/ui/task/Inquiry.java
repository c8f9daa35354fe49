package dev.retort.ui.task;

import dev.retort.execute.Cancellation;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One question at a time whose answer takes a while: what it is at, in words, then the answer, or
 * why there is none. Whoever asks something else calls off what was asked before, and an answer
 * that comes all the same is thrown away. Toolkit's thread.
 */
public final class Inquiry<T> {

  /** Where things stand. */
  public sealed interface State<T> {}

  /** Nothing has been asked. */
  public record Idle<T>() implements State<T> {}

  /** The answer is being found; {@code words} say what takes time. */
  public record Asking<T>(String words) implements State<T> {}

  /** The answer. */
  public record Answered<T>(T answer) implements State<T> {}

  /** There is no answer, and why, in sentences. */
  public record Failed<T>(String words) implements State<T> {}

  /** Somebody stopped it. */
  public record Stopped<T>() implements State<T> {}

  /** Finds the answer. Blocks; any thread. */
  @FunctionalInterface
  public interface Work<T> {
    /**
     * Finds it.
     *
     * @param progress told, in words, what takes time
     * @param cancellation stops it
     */
    T find(Consumer<String> progress, Cancellation cancellation) throws Exception;
  }

  private record Question<T>(String words, Work<T> work, Cancellation cancellation) {}

  private final Background background;
  private final ReadOnlyObjectWrapper<State<T>> state = new ReadOnlyObjectWrapper<>(new Idle<>());
  private Optional<Question<T>> question = Optional.empty();

  /** Nothing is asked yet. */
  public Inquiry(Background background) {
    this.background = background;
  }

  /**
   * Asks, in place of whatever was asked before.
   *
   * @param words what is being found out
   */
  public void ask(String words, Work<T> work) {
    callOff();
    Question<T> now = new Question<>(words, work, new Cancellation());
    question = Optional.of(now);
    state.set(new Asking<>(words));
    Consumer<String> progress = what -> background.onToolkit(() -> answer(now, new Asking<>(what)));
    background.run(
        () -> work.find(progress, now.cancellation()),
        found -> answer(now, new Answered<>(found)),
        problem -> answer(now, new Failed<>(ClientWords.of(problem))));
  }

  private void answer(Question<T> to, State<T> now) {
    if (question.filter(to::equals).isPresent() && !to.cancellation().requested()) {
      state.set(now);
    }
  }

  private void callOff() {
    question.map(Question::cancellation).ifPresent(Cancellation::cancel);
  }

  /** Asks the same once more; does nothing where nothing was asked. */
  public void again() {
    question.ifPresent(one -> ask(one.words(), one.work()));
  }

  /** Stops finding out. */
  public void stop() {
    if (state.get() instanceof Asking<T>) {
      callOff();
      state.set(new Stopped<>());
    }
  }

  /** As if nothing had been asked. */
  public void forget() {
    callOff();
    question = Optional.empty();
    state.set(new Idle<>());
  }

  /** The answer, if there is one. */
  public Optional<T> answer() {
    return state.get() instanceof Answered<T>(T answer) ? Optional.of(answer) : Optional.empty();
  }

  /** Whether the answer is being found. */
  public boolean asking() {
    return state.get() instanceof Asking<T>;
  }

  /** Where things stand. */
  public ReadOnlyObjectProperty<State<T>> stateProperty() {
    return state.getReadOnlyProperty();
  }
}
