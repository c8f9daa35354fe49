package dev.retort.engine;

import dev.retort.execute.RunOptions;
import dev.retort.execute.failure.ConnectionFailedException;
import dev.retort.execute.state.DatabaseState;
import dev.retort.postgres.PostgresSession;
import dev.retort.profile.ConnectionSettings;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A look at a database that is under way while something else is done, and the session it was made
 * in, if a run is to go on in that. What it fails at is left to whoever looks again, except that a
 * connection which could not be made need not be tried twice. Any thread.
 */
final class HeadStart {
  private final ConnectionSettings settings;
  private final CompletableFuture<Look> look;
  private final AtomicBoolean told = new AtomicBoolean();
  private final AtomicBoolean taken = new AtomicBoolean();

  private HeadStart(ConnectionSettings settings, CompletableFuture<Look> look) {
    this.settings = settings;
    this.look = look;
  }

  /**
   * What was seen.
   *
   * @param session the run's, open
   * @param command what it was opened for, and with which options
   */
  record Look(
      DatabaseState state,
      @Nullable PostgresSession session,
      @Nullable String command,
      @Nullable RunOptions options) {

    Look(DatabaseState state) {
      this(state, null, null, null);
    }
  }

  /** Begins to look. Returns at once. */
  static HeadStart of(ConnectionSettings settings, Function<ConnectionSettings, Look> look) {
    // A thread of the system's: the machinery of virtual ones takes longer to start than this.
    return new HeadStart(
        settings,
        CompletableFuture.supplyAsync(
            () -> look.apply(settings),
            task -> Thread.ofPlatform().daemon().name("head start").start(task)));
  }

  /**
   * Where the database was, told once; nothing where that has to be found out anew.
   *
   * @throws ConnectionFailedException if no connection could be made with these settings
   */
  Optional<DatabaseState> state(ConnectionSettings now) {
    return told.getAndSet(true) || !now.equals(settings)
        ? Optional.empty()
        : seen().map(Look::state);
  }

  /** The session, given once, for a run that begins as was expected; else it is closed. */
  Optional<PostgresSession> session(ConnectionSettings now, String command, RunOptions options) {
    Optional<Look> fitting =
        taken.get() || !now.equals(settings)
            ? Optional.empty()
            : seen().filter(one -> command.equals(one.command()) && options.equals(one.options()));
    if (fitting.isEmpty() || taken.getAndSet(true)) {
      close();
      return Optional.empty();
    }
    return fitting.map(Look::session);
  }

  private Optional<Look> seen() {
    try {
      return Optional.of(look.join());
    } catch (CompletionException e) {
      if (e.getCause() instanceof ConnectionFailedException failed) {
        throw failed;
      }
      return Optional.empty();
    }
  }

  /** Closes the session, as soon as there is one, unless it was given away. */
  @SuppressWarnings("FutureReturnValueIgnored") // Closing never fails.
  void close() {
    if (!taken.getAndSet(true)) {
      look.whenComplete((one, failed) -> closeSession(one));
    }
  }

  private static void closeSession(@Nullable Look one) {
    if (one != null && one.session() != null) {
      one.session().close();
    }
  }
}
