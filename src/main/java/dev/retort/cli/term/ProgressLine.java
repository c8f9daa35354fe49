package dev.retort.cli.term;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One line at the bottom of a terminal that says what is under way and for how long, once it takes
 * long enough to be worth saying. Where there is no terminal it does nothing. Any thread.
 */
public final class ProgressLine implements AutoCloseable {
  private static final Duration WORTH_SAYING = Duration.ofSeconds(1);
  private static final long PERIOD_MILLIS = 250;
  private static final int WIDTH = 79;
  private static final String CLEAR = "\r\u001b[K";

  private final Optional<PrintStream> terminal;
  private final Duration worthSaying;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
  private final Optional<Future<?>> ticking;
  private String what = "";
  private long since;
  private boolean shown;

  /**
   * A line on a terminal.
   *
   * @param worthSaying how long something takes before it is said
   */
  ProgressLine(Optional<PrintStream> terminal, Duration worthSaying) {
    this.terminal = terminal;
    this.worthSaying = worthSaying;
    this.ticking =
        terminal.map(
            stream ->
                timer.scheduleAtFixedRate(
                    this::tick, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS));
  }

  /** A line on standard error, if a person sits there and no silence is wanted. */
  public static ProgressLine on(Streams streams, boolean silent) {
    return new ProgressLine(
        streams.errTerminal() && !silent ? Optional.of(streams.err()) : Optional.empty(),
        WORTH_SAYING);
  }

  /** Whether there is a terminal for it. */
  public boolean live() {
    return terminal.isPresent();
  }

  /** Something begins; the time is counted from here. */
  public synchronized void begin(String text) {
    what = text;
    since = System.nanoTime();
  }

  /** Takes the line away, so that something else can be printed there. */
  public synchronized void clear() {
    if (shown) {
      terminal.ifPresent(
          stream -> {
            stream.print(CLEAR);
            stream.flush();
          });
      shown = false;
    }
  }

  private synchronized void tick() {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - since);
    if (what.isEmpty() || elapsed.compareTo(worthSaying) < 0) {
      return;
    }
    String time = "  " + Times.words(Duration.ofSeconds(elapsed.toSeconds())).replace(".0", "");
    String text =
        what.length() + time.length() > WIDTH
            ? what.substring(0, WIDTH - time.length() - 1) + "…"
            : what;
    terminal.ifPresent(
        stream -> {
          stream.print(CLEAR + text + time);
          stream.flush();
        });
    shown = true;
  }

  /** Takes the line away for good. */
  @Override
  public void close() {
    ticking.ifPresent(task -> task.cancel(false));
    timer.shutdownNow();
    synchronized (this) {
      what = "";
      clear();
    }
  }
}
