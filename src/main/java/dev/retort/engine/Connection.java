package dev.retort.engine;

import dev.retort.execute.Cancellation;
import dev.retort.execute.Database;
import dev.retort.execute.RunOptions;
import dev.retort.execute.state.DatabaseState;
import dev.retort.execute.state.Probe;
import dev.retort.postgres.Access;
import dev.retort.postgres.PostgresSessions;
import dev.retort.postgres.catalog.CatalogReader;
import dev.retort.postgres.versions.PostgresDatabase;
import dev.retort.postgres.versions.VersionTable;
import dev.retort.problem.Problem;
import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.Profile;
import dev.retort.profile.project.Migrations;
import dev.retort.profile.resolve.Choice;
import dev.retort.schema.Snapshot;
import java.util.List;

/**
 * A profile that was chosen, and the way to its database. Connects when something is asked of the
 * database, and not before; the sandbox is started then, and kept until this is closed. Any thread.
 */
public final class Connection implements AutoCloseable {
  private final Choice choice;
  private final VersionTable table;
  private final Server server;

  Connection(Choice choice, Migrations migrations, Server server) {
    this.choice = choice;
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

  /**
   * Reads where the database is, in a session that the server itself holds read-only.
   *
   * @throws dev.retort.execute.failure.ConnectionFailedException if no connection can be made
   * @throws dev.retort.execute.failure.VersionTableException if the version table is no such thing
   */
  public DatabaseState state() {
    return database("look").state();
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
   * The database as the executor takes it.
   *
   * @param command what the server's list of activity shows
   */
  Database database(String command) {
    return database(command, table);
  }

  /** The same, where the version table may have to be made, with room for a project's ids. */
  Database database(String command, Project project) {
    return database(command, table.withRoom(project.roomForIds()));
  }

  private Database database(String command, VersionTable versions) {
    Access access = profile().readOnly() ? Access.READ_ONLY : Access.READ_WRITE;
    return new Database() {
      @Override
      public Connected connect(RunOptions options, Cancellation cancellation) {
        return server.use(settings -> on(settings).connect(options, cancellation));
      }

      @Override
      public DatabaseState state() {
        return server.use(settings -> on(settings).state());
      }

      private Database on(ConnectionSettings settings) {
        return new PostgresDatabase(new PostgresSessions(settings, command, access), versions);
      }
    };
  }

  /** Lets go of the sandbox, if it was started. */
  @Override
  public void close() {
    server.close();
  }
}
