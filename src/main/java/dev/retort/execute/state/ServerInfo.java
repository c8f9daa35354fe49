package dev.retort.execute.state;

import java.time.Duration;

/**
 * The server at the other end of a connection.
 *
 * @param version as the server words it, for example {@code 16.4 (Debian 16.4-1)}
 * @param versionNumber {@code server_version_num}, for example 160004
 * @param database the database connected to
 * @param role whose rights count, {@code current_user}
 * @param superuser whether that role is a superuser
 * @param inRecovery whether the server is a standby, which takes no writes
 * @param readOnly whether the session's transactions are read-only by default
 * @param processId the server process behind the connection
 * @param latency how long one round trip took, the server's own work included
 * @param sessionStarted when the server process began this session, as the server writes it; with
 *     the process it names the session, since processes come back
 */
public record ServerInfo(
    String version,
    int versionNumber,
    String database,
    String role,
    boolean superuser,
    boolean inRecovery,
    boolean readOnly,
    int processId,
    Duration latency,
    String sessionStarted) {

  /** A server whose session nobody needs to find again. */
  public ServerInfo(
      String version,
      int versionNumber,
      String database,
      String role,
      boolean superuser,
      boolean inRecovery,
      boolean readOnly,
      int processId,
      Duration latency) {
    this(
        version,
        versionNumber,
        database,
        role,
        superuser,
        inRecovery,
        readOnly,
        processId,
        latency,
        "");
  }

  /** The oldest version Retort is made for. */
  public static final int OLDEST_SUPPORTED = 130000;

  /** Whether the server is new enough. */
  public boolean supported() {
    return versionNumber >= OLDEST_SUPPORTED;
  }
}
