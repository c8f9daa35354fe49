package dev.retort.ui.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.execute.Cancellation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Questions, their answers, and answers to questions that are no longer asked. */
class InquiryTest {
  private final Deferred background = new Deferred();
  private final Inquiry<String> inquiry = new Inquiry<>(background);

  @Test
  void theAnswerComesAfterTheWordsOnWhatTakesTime() {
    List<Inquiry.State<String>> states = new ArrayList<>();
    inquiry.stateProperty().addListener((observable, before, now) -> states.add(now));
    inquiry.ask(
        "Reading…",
        (progress, cancellation) -> {
          progress.accept("Starting…");
          return "42";
        });
    background.work();
    assertEquals(
        List.of(
            new Inquiry.Asking<String>("Reading…"),
            new Inquiry.Asking<String>("Starting…"),
            new Inquiry.Answered<>("42")),
        states);
    assertEquals("42", inquiry.answer().orElseThrow());
  }

  @Test
  void anAnswerToAQuestionThatIsNoLongerAskedIsThrownAway() {
    List<Cancellation> cancellations = new ArrayList<>();
    inquiry.ask(
        "First…",
        (progress, cancellation) -> {
          cancellations.add(cancellation);
          return "first";
        });
    inquiry.ask("Second…", (progress, cancellation) -> "second");
    background.work();
    assertTrue(cancellations.getFirst().requested());
    assertEquals("second", inquiry.answer().orElseThrow());
  }

  @Test
  void whatWasStoppedStaysStoppedUntilItIsAskedAgain() {
    inquiry.ask("Reading…", (progress, cancellation) -> "42");
    inquiry.stop();
    background.work();
    assertEquals(new Inquiry.Stopped<String>(), inquiry.stateProperty().get());
    inquiry.again();
    assertTrue(inquiry.asking());
    background.work();
    assertEquals("42", inquiry.answer().orElseThrow());
    inquiry.stop();
    assertTrue(inquiry.answer().isPresent());
    inquiry.forget();
    assertEquals(new Inquiry.Idle<String>(), inquiry.stateProperty().get());
  }

  @Test
  void whyThereIsNoAnswerIsSaid() {
    inquiry.ask(
        "Reading…",
        (progress, cancellation) -> {
          throw new IllegalStateException("no disk");
        });
    background.work();
    assertFalse(inquiry.asking());
    assertEquals(
        new Inquiry.Failed<String>(
            "Something unexpected went wrong: java.lang.IllegalStateException: no disk"),
        inquiry.stateProperty().get());
  }

  /** Does what it was given when it is told to, in order. */
  private static final class Deferred implements Background {
    private final List<Runnable> waiting = new ArrayList<>();

    @Override
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
      waiting.add(
          () -> {
            T result;
            try {
              result = work.call();
            } catch (Exception problem) {
              failed.accept(problem);
              return;
            }
            done.accept(result);
          });
    }

    void work() {
      List<Runnable> due = List.copyOf(waiting);
      waiting.clear();
      due.forEach(Runnable::run);
    }

    @Override
    public void onToolkit(Runnable action) {
      action.run();
    }

    @Override
    public Later later(Duration pause, Runnable action) {
      return () -> {};
    }

    @Override
    public void close() {}
  }
}
