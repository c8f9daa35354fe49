package dev.retort.postgres.shadow;

import dev.retort.postgres.Access;
import dev.retort.postgres.PostgresSessions;
import dev.retort.postgres.sandbox.Link;
import dev.retort.postgres.versions.VersionTable;
import dev.retort.problem.RetortException.Kind;
import dev.retort.profile.ConnectionSettings;
import dev.retort.shadow.ShadowException;
import dev.retort.shadow.ShadowServer;
import dev.retort.shadow.Workspace;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shadow databases on one server. Keeps a connection to it open until it is closed. */
public final class PostgresShadow implements ShadowServer {
  private final ConnectionSettings settings;
  private final ConnectionSettings working;
  private final VersionTable table;
  private final AutoCloseable server;
  private final Link link;
  private final ShadowDatabases databases;
  private final int major;
  private final Set<ShadowWorkspace> open = new LinkedHashSet<>();

  private PostgresShadow(
      ConnectionSettings settings,
      Optional<String> role,
      VersionTable table,
      AutoCloseable server,
      Link link)
      throws SQLException {
    this.settings = settings;
    this.working =
        role.isPresent() && new ShadowRole(link).prepare(role.get())
            ? ShadowRole.as(role.get(), settings)
            : settings;
    this.table = table;
    this.server = server;
    this.link = link;
    this.databases = new ShadowDatabases(link, working.equals(settings) ? Optional.empty() : role);
    this.major = Integer.parseInt(link.ask("SHOW server_version_num").orElse("0")) / 10_000;
  }

  /**
   * Connects to a server, and drops what processes that were killed have left there.
   *
   * @param settings a database to be connected to while others are made; it is not changed
   * @param role whose everything is to be that is made in shadows; absent for who connects
   * @param table the version table, as runs are to name it
   * @param server let go of when this is closed
   * @throws dev.retort.execute.failure.ConnectionFailedException if it cannot be reached
   * @throws ShadowException if it lets no databases be made
   */
  public static PostgresShadow open(
      ConnectionSettings settings,
      Optional<String> role,
      VersionTable table,
      AutoCloseable server) {
    Link link = Link.over(new PostgresSessions(settings, "shadow", Access.READ_WRITE).connect());
    try {
      PostgresShadow shadow = new PostgresShadow(settings, role, table, server, link);
      shadow.databases.dropLeftovers();
      return shadow;
    } catch (SQLException e) {
      close(link);
      throw failure(settings, e);
    }
  }

  @Override
  public int majorVersion() {
    return major;
  }

  @Override
  public String display() {
    return settings.display();
  }

  @Override
  public Set<String> kept() {
    return asked(databases::kept);
  }

  @Override
  public Optional<Workspace> copy(String key) {
    return asked(() -> databases.copy(key)).map(this::workspace);
  }

  @Override
  public Workspace empty() {
    return workspace(asked(databases::create));
  }

  Workspace fork(String name) {
    return workspace(asked(() -> databases.fork(name)));
  }

  private Workspace workspace(String name) {
    ShadowWorkspace workspace =
        new ShadowWorkspace(this, working.withDatabase(name), table, databases);
    open.add(workspace);
    return workspace;
  }

  void closed(ShadowWorkspace workspace) {
    open.remove(workspace);
  }

  @Override
  public boolean makeRole(String name) {
    return asked(() -> new ShadowRole(link).make(name, ""));
  }

  /** Something that is asked of the server. */
  interface Asking<T> {
    T now() throws SQLException;
  }

  <T> T asked(Asking<T> asking) {
    try {
      return asking.now();
    } catch (SQLException e) {
      throw failure(settings, e);
    }
  }

  private static ShadowException failure(ConnectionSettings settings, SQLException e) {
    String state = String.valueOf(e.getSQLState());
    boolean lost = Link.lost(e);
    return new ShadowException(
        lost ? Kind.CONNECTION : Kind.FAILED,
        lost ? "shadow-lost" : "shadow-refused",
        "The shadow server "
            + settings.display()
            + (lost ? " was lost: " : " does not let shadows be made: ")
            + e.getMessage()
            + ".",
        lost
            ? "Try again; what was left there is dropped then."
            : "The role needs the right to make databases (CREATEDB), and roles where some are"
                + " missing.",
        Map.of("sqlstate", state, "server", settings.display()),
        e);
  }

  @Override
  public void close() {
    Set.copyOf(open).forEach(ShadowWorkspace::close);
    close(link);
    close(server);
  }

  private static void close(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      // What is left of it is dropped at the next start.
    }
  }
}
