package dev.retort.postgres;

import dev.retort.execute.AheadListener;
import dev.retort.execute.Cancellation;
import dev.retort.execute.StatementListener;
import dev.retort.execute.failure.ConnectionLostException;
import dev.retort.execute.state.SessionInfo;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/**
 * One message under way: sent by the thread that waits for its answer, and looked after by a {@link
 * Watchman}, who passes notices on, cancels when asked to, and looks who is in the way when it
 * takes long. Listeners are told by one thread at a time.
 */
final class Exchange {
  private static final long CANCEL_AGAIN_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long GIVE_UP_NANOS = Duration.ofSeconds(15).toNanos();
  private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(1).toNanos();

  private final Wire wire;
  private final StatementListener listener;
  private final Optional<Cancellation> cancellation;
  private final Optional<Blockers> blockers;
  private final Optional<Lifeline.Watch> lifeline;
  private final int processId;
  private final long lookAfterNanos;

  /** When the statement that is under way began. */
  private long start = System.nanoTime();

  private long lastLook;
  private long firstCancel;
  private long lastCancel;
  private boolean cancelling;
  private List<SessionInfo> inTheWay = List.of();

  private final Thread waiting = Thread.currentThread();
  private final Reply reply;
  private boolean ended;

  /** How it ends, whatever the server says. */
  private @Nullable RuntimeException verdict;

  /**
   * A message about to be sent.
   *
   * @param cancellation heeded while it is under way; absent for what must not be cancelled
   * @param blockers asked who is in the way, if it takes longer than {@code lookAfter}
   * @param lifeline notices that the connection is dead
   * @param processId the server process that will work on it
   * @param reply where the answers go
   */
  Exchange(
      Wire wire,
      StatementListener listener,
      Optional<Cancellation> cancellation,
      Optional<Blockers> blockers,
      Optional<Lifeline.Watch> lifeline,
      int processId,
      Duration lookAfter,
      Reply reply) {
    this.wire = wire;
    this.reply = reply;
    this.listener = listener;
    this.cancellation = cancellation;
    this.blockers = blockers;
    this.lifeline = lifeline;
    this.processId = processId;
    this.lookAfterNanos = lookAfter.toNanos();
    this.lastLook = start;
  }

  /** Sends something, and returns when the server is done with it. */
  @FunctionalInterface
  interface Sending {
    /** Sends it, and takes the answers. */
    void send() throws SQLException;
  }

  /**
   * Sends something and waits for its end, whatever it is.
   *
   * @throws dev.retort.problem.RetortException if it failed
   */
  void run(Sending sending) {
    Throwable failed = null;
    try {
      sending.send();
    } catch (SQLException | RuntimeException | Error e) {
      failed = e;
    }
    end(failed);
  }

  private synchronized void end(@Nullable Throwable failed) {
    ended = true;
    pass();
    if (verdict != null) {
      if (failed != null) {
        verdict.addSuppressed(failed);
      }
      throw verdict;
    }
    if (failed != null) {
      throw failure(failed);
    }
  }

  /**
   * Looks after what is under way, on the watchman's thread. A listener that fails ends the
   * waiting; what it listened to must not go on without it.
   */
  synchronized void look() {
    if (ended || verdict instanceof ConnectionLostException) {
      return;
    }
    if (verdict != null) {
      cancelInVain(verdict);
      return;
    }
    if (waiting.isInterrupted()) {
      cancellation.ifPresent(Cancellation::cancel);
    }
    try {
      tick();
    } catch (ConnectionLostException e) {
      verdict = e;
    } catch (RuntimeException e) {
      verdict = e;
      cancelInVain(e);
    }
  }

  /** It has failed already; whatever goes wrong with ending it is beside that. */
  private void cancelInVain(RuntimeException failed) {
    try {
      cancel(System.nanoTime());
    } catch (RuntimeException e) {
      failed.addSuppressed(e);
    }
  }

  private RuntimeException failure(@Nullable Throwable cause) {
    return switch (cause) {
      case SQLException e -> Errors.of(e, wire.broken(), inTheWay);
      case RuntimeException e -> e;
      case Error e -> throw e;
      case null, default -> new IllegalStateException("the session's thread failed", cause);
    };
  }

  private void tick() {
    pass();
    long now = System.nanoTime();
    if (cancellation.isPresent() && cancellation.get().requested()) {
      cancel(now);
    } else if (now - start > lookAfterNanos
        && now - lastLook > Math.min(lookAfterNanos, LOOK_AGAIN_NANOS)) {
      lastLook = now;
      look(now);
    }
    lifeline.flatMap(Lifeline.Watch::lost).ifPresent(this::giveUp);
  }

  /** Nobody waits any longer for an answer that cannot come. */
  private void giveUp(String reason) {
    try {
      wire.abort();
    } catch (SQLException e) {
      throw new ConnectionLostException(reason, e);
    }
    throw new ConnectionLostException(reason, null);
  }

  /** A request may arrive between two statements and be lost, so it is made again. */
  private void cancel(long now) {
    if (cancelling && now - lastCancel < CANCEL_AGAIN_NANOS) {
      return;
    }
    if (!cancelling) {
      firstCancel = now;
    }
    cancelling = true;
    lastCancel = now;
    try {
      if (now - firstCancel > GIVE_UP_NANOS) {
        wire.abort();
      } else {
        wire.cancel();
      }
    } catch (SQLException e) {
      throw Errors.of(e, wire.broken(), inTheWay);
    }
  }

  private void look(long now) {
    if (blockers.isEmpty()) {
      return;
    }
    List<SessionInfo> found = blockers.get().of(processId);
    // The last ones known are kept: after a lock time-out there is nobody in the way any more.
    if (!found.isEmpty() && !processes(found).equals(processes(inTheWay))) {
      inTheWay = found;
      listener.blocked(found, Duration.ofNanos(now - start));
    }
  }

  private static List<Integer> processes(List<SessionInfo> sessions) {
    return sessions.stream().map(SessionInfo::processId).toList();
  }

  private void pass() {
    for (Reply.Said said = reply.next(); said != null; said = reply.next()) {
      switch (said) {
        case Reply.Said.Notice(SQLWarning notice) -> passNotice(notice);
        case Reply.Said.Finished(long rows, long at) -> passFinished(rows, at);
      }
    }
  }

  /** The next one's time begins, and its waiting for others. */
  private void passFinished(long rows, long at) {
    Duration took = Duration.ofNanos(at - start);
    start = at;
    lastLook = at;
    inTheWay = List.of();
    if (listener instanceof AheadListener ahead) {
      ahead.finished(rows, took);
    }
  }

  private void passNotice(SQLWarning notice) {
    Optional<ServerErrorMessage> server =
        notice instanceof PSQLWarning warning
            ? Optional.ofNullable(warning.getServerErrorMessage())
            : Optional.empty();
    listener.notice(
        server.map(ServerErrorMessage::getSeverity).orElse("NOTICE"),
        server
            .map(ServerErrorMessage::getMessage)
            .or(() -> Optional.ofNullable(notice.getMessage()))
            .orElse(""));
  }
}
