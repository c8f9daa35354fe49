package dev.retort.engine;

import dev.retort.execute.Cancellation;
import dev.retort.execute.Database;
import dev.retort.execute.Retries;
import dev.retort.execute.RunOptions;
import dev.retort.execute.state.DatabaseState;
import dev.retort.execute.state.Probe;
import dev.retort.plan.Command;
import dev.retort.postgres.Access;
import dev.retort.postgres.PostgresSession;
import dev.retort.postgres.PostgresSessions;
import dev.retort.postgres.catalog.CatalogReader;
import dev.retort.postgres.versions.PostgresDatabase;
import dev.retort.postgres.versions.VersionTable;
import dev.retort.problem.Problem;
import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.Environment;
import dev.retort.profile.Profile;
import dev.retort.profile.RunLimits;
import dev.retort.profile.project.Migrations;
import dev.retort.profile.resolve.Choice;
import dev.retort.schema.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A profile that was chosen, and the way to its database. Connects when something is asked of the
 * database, and not before; the sandbox is started then, and kept until this is closed. Any thread.
 */
public final class Connection implements AutoCloseable {
  private final Choice choice;
  private final Migrations migrations;
  private final VersionTable table;
  private final Server server;
  private final AtomicReference<@Nullable HeadStart> headStart = new AtomicReference<>();

  Connection(Choice choice, Migrations migrations, Server server) {
    this.choice = choice;
    this.migrations = migrations;
    this.table = new VersionTable(migrations.versionTable(), migrations.versionTableSchema());
    this.server = server;
  }

  Choice choice() {
    return choice;
  }

  /** The profile. */
  public Profile profile() {
    return choice.profile();
  }

  /** Why it was chosen, in words. */
  public String reason() {
    return choice.reason();
  }

  /** What the user should know about the choice. */
  public List<Problem> warnings() {
    return choice.warnings();
  }

  /** Whether it leads to the embedded server. */
  public boolean sandbox() {
    return profile().target() instanceof Profile.Target.Sandbox;
  }

  /** Where it leads, {@code user@host:port/database}; starts the sandbox. */
  public String address() {
    return server.settings().display();
  }

  /** The database's name; starts the sandbox. */
  public String databaseName() {
    return server.settings().database();
  }

  /** How a run behaves here: as said just now, else as the profile, else as the project has it. */
  public RunOptions options(RunLimits said) {
    RunLimits limits = said.or(profile().limits()).or(migrations.limits());
    RunOptions usual = RunOptions.defaults();
    return new RunOptions(
        limits.lockTimeout().orElse(usual.lockTimeout()),
        limits.statementTimeout().orElse(usual.statementTimeout()),
        limits.lockWait().orElse(usual.lockWait()),
        new Retries(
            limits.lockRetries().orElse(usual.retries().most()),
            limits.longestPause().orElse(usual.retries().longestPause())),
        limits.networkTimeout().orElse(usual.networkTimeout()),
        switch (migrations.scope()) {
          case PER_REVISION -> RunOptions.Scope.PER_REVISION;
          case WHOLE_RUN -> RunOptions.Scope.WHOLE_RUN;
        });
  }

  /**
   * Begins to read where the database is, on a thread of its own, so that it is known sooner when
   * it is asked for. Asks nobody for a password, and starts no sandbox: where that is needed, this
   * does nothing. Returns at once.
   */
  public void lookAhead() {
    lookAhead(settings -> new HeadStart.Look(on(settings, "look", table).state()));
  }

  /**
   * The same in the session that a run then goes on in, if it begins with these options and nobody
   * was {@linkplain #letGo asked} anything in between. On production, looks are by sessions that
   * cannot write, and the run has one of its own.
   *
   * @param command what the server's list of activity shows
   */
  public void lookAhead(Command command, RunOptions options) {
    if (profile().readOnly() || profile().environment() == Environment.PRODUCTION) {
      lookAhead();
      return;
    }
    lookAhead(
        settings -> {
          PostgresSessions sessions = sessions(settings, command.word());
          PostgresSession session = sessions.open(options);
          try {
            DatabaseState state = new PostgresDatabase(sessions, table).state(session);
            return new HeadStart.Look(state, session, command.word(), options);
          } catch (RuntimeException e) {
            session.close();
            throw e;
          }
        });
  }

  private void lookAhead(Function<ConnectionSettings, HeadStart.Look> look) {
    if (!sandbox()) {
      ConnectionSettings settings = server.settings();
      letGo(headStart.getAndSet(HeadStart.of(settings, look)));
      sessions(settings, "look").rehearse();
    }
  }

  /** Lets go of what was begun ahead: nothing is kept open while somebody thinks. */
  public void letGo() {
    letGo(headStart.getAndSet(null));
  }

  private static void letGo(@Nullable HeadStart begun) {
    if (begun != null) {
      begun.close();
    }
  }

  /**
   * Reads where the database is, in a session that the server itself holds read-only, or that the
   * run will have.
   *
   * @throws dev.retort.execute.failure.ConnectionFailedException if no connection can be made
   * @throws dev.retort.execute.failure.VersionTableException if the version table is no such thing
   */
  public DatabaseState state() {
    HeadStart begun = headStart.get();
    return server.use(
        settings ->
            (begun == null ? Optional.<DatabaseState>empty() : begun.state(settings))
                .orElseGet(() -> on(settings, "look", table).state()));
  }

  /**
   * Reads the schema as it is now, the version table left out, in a session that the server itself
   * holds read-only.
   *
   * @throws dev.retort.execute.failure.ConnectionFailedException if no connection can be made
   */
  public Snapshot schema() {
    return server.use(
        settings ->
            new CatalogReader(new PostgresSessions(settings, "schema", Access.READ_ONLY), table)
                .read());
  }

  /**
   * A first look at the database, in a session that the server itself holds read-only; also with a
   * role that may not read the version table.
   *
   * @throws dev.retort.execute.failure.ConnectionFailedException if no connection can be made
   */
  public Probe probe() {
    return server.use(
        settings ->
            new PostgresDatabase(new PostgresSessions(settings, "test", Access.READ_ONLY), table)
                .probe());
  }

  /** Where the database is on a project's graph. Reads as {@link #state()} does. */
  public Position position(Project project) {
    DatabaseState state = state();
    // What a step that stopped midway has left to do is told by its SQL.
    return new Position(state, (state.stopped().isPresent() ? project.whole() : project).graph());
  }

  /**
   * The database as the executor takes it; the version table is made, where it is missing, with
   * room for a project's ids.
   *
   * @param command what the server's list of activity shows
   */
  Database database(String command, Project project) {
    VersionTable versions = table.withRoom(project.roomForIds());
    return new Database() {
      @Override
      public Connected connect(RunOptions options, Cancellation cancellation) {
        HeadStart begun = headStart.getAndSet(null);
        return server.use(
            settings -> {
              PostgresDatabase database = on(settings, command, versions);
              return (begun == null
                      ? Optional.<PostgresSession>empty()
                      : begun.session(settings, command, options))
                  .map(session -> database.connect(session, cancellation))
                  .orElseGet(() -> database.connect(options, cancellation));
            });
      }

      @Override
      public DatabaseState state() {
        return server.use(settings -> on(settings, command, versions).state());
      }
    };
  }

  private PostgresDatabase on(ConnectionSettings settings, String command, VersionTable versions) {
    return new PostgresDatabase(sessions(settings, command), versions);
  }

  private PostgresSessions sessions(ConnectionSettings settings, String command) {
    Access access = profile().readOnly() ? Access.READ_ONLY : Access.READ_WRITE;
    return new PostgresSessions(settings, command, access);
  }

  /** Lets go of what was begun ahead, and of the sandbox, if it was started. */
  @Override
  public void close() {
    letGo();
    server.close();
  }
}
