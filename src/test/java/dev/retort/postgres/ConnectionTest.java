package dev.retort.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.execute.StatementListener;
import dev.retort.execute.failure.ConnectionFailedException;
import dev.retort.execute.failure.ServerErrorException;
import dev.retort.problem.RetortException.Kind;
import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.ConnectionSettings.HostPort;
import dev.retort.profile.Secret;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Connections that come about, and all the ways in which they do not. */
@Tag("db")
@ExtendWith(PgExtension.class)
class ConnectionTest {

  private static PostgresSession open(ConnectionSettings settings) {
    return new PostgresSessions(settings, "test", Access.READ_WRITE).openReadOnly();
  }

  private static ConnectionFailedException fails(ConnectionSettings settings, String code) {
    ConnectionFailedException failed =
        assertThrows(ConnectionFailedException.class, () -> open(settings).close());
    assertEquals(code, failed.code(), failed.message());
    assertEquals(Kind.CONNECTION, failed.kind());
    assertTrue(failed.message().contains(settings.display()), failed.message());
    assertFalse(failed.hint().isEmpty());
    return failed;
  }

  private static ConnectionSettings with(
      ConnectionSettings settings, Optional<String> password, Map<String, String> parameters) {
    return new ConnectionSettings(
        settings.hosts(),
        settings.database(),
        settings.user(),
        password.map(Secret::new),
        parameters);
  }

  private static ConnectionSettings at(PgDatabase database, String host, int port) {
    ConnectionSettings settings = database.settings();
    return new ConnectionSettings(
        List.of(new HostPort(host, port)),
        settings.database(),
        settings.user(),
        Optional.empty(),
        Map.of());
  }

  @Test
  void theServerSeesWhichCommandIsConnected(PgDatabase database) {
    try (PostgresSession session = open(database.settings())) {
      assertEquals(
          "retort test",
          session
              .script("SELECT current_setting('application_name')")
              .getFirst()
              .get(0, 0)
              .orElseThrow());
      assertEquals("postgres", session.server().role());
      assertEquals(database.name(), session.server().database());
      assertTrue(session.server().versionNumber() >= 130000);
      assertTrue(session.server().supported());
    }
  }

  @Test
  void aReadOnlySessionIsHeldReadOnlyByTheServer(PgDatabase database) {
    try (PostgresSession session = open(database.settings())) {
      session.script("RESET ALL");
      ServerErrorException refused =
          assertThrows(
              ServerErrorException.class,
              () -> session.execute("CREATE TABLE t ()", StatementListener.none()));
      assertEquals("read-only", refused.code());
      assertEquals("25006", refused.error().sqlState());
    }
  }

  @Test
  void aReadOnlySessionKeepsTheUsersOwnOptions(PgDatabase database) {
    ConnectionSettings settings =
        with(database.settings(), Optional.empty(), Map.of("options", "-c work_mem=7MB"));
    try (PostgresSession session = open(settings)) {
      assertEquals("7MB", session.script("SHOW work_mem").getFirst().get(0, 0).orElseThrow());
      assertTrue(session.server().readOnly());
    }
  }

  @Test
  void aPasswordIsUsedAndNeverTold(PgDatabase database) {
    String role = database.roleWithPassword("secretive", "rosebud");
    ConnectionSettings settings = database.settings(role);
    try (PostgresSession session = open(with(settings, Optional.of("rosebud"), Map.of()))) {
      assertEquals(role, session.server().role());
    }
    ConnectionFailedException failed =
        fails(with(settings, Optional.of("rosebush"), Map.of()), "password");
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      assertFalse(cause.toString().contains("rosebush"), cause.toString());
    }
    fails(settings, "password");
  }

  @Test
  void aDatabaseThatDoesNotExistIsNamed(PgDatabase database) {
    ConnectionSettings settings = database.settings();
    fails(
        new ConnectionSettings(
            settings.hosts(), "no such, db/?&", settings.user(), Optional.empty(), Map.of()),
        "no-such-database");
  }

  @Test
  void aRoleThatDoesNotExistIsNamed(PgDatabase database) {
    fails(database.settings("nobody_here"), "not-authorized");
  }

  @Test
  void aRoleWithoutTheRightToConnectIsTold(PgDatabase database) {
    String role = database.role("stranger");
    database.execute("REVOKE CONNECT ON DATABASE " + database.name() + " FROM PUBLIC");
    fails(database.settings(role), "permission-denied");
  }

  @Test
  void tooManyConnectionsAreTold(PgDatabase database) {
    String role = database.role("crowd");
    database.execute("ALTER ROLE " + role + " CONNECTION LIMIT 0");
    fails(database.settings(role), "too-many-connections");
  }

  @Test
  void aPortThatNobodyListensOnIsTold(PgDatabase database) throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    fails(at(database, "localhost", port), "connection-refused");
  }

  @Test
  void aServerThatNeverAnswersIsGivenUpOn(PgDatabase database) throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      fails(
          with(
              at(database, "localhost", silent.getLocalPort()),
              Optional.empty(),
              Map.of("loginTimeout", "1")),
          "connect-timeout");
    }
  }

  @Test
  void aHostThatDoesNotExistIsTold(PgDatabase database) {
    fails(at(database, "no-such-host.invalid", database.port()), "unknown-host");
  }

  @Test
  void aServerWithoutTlsIsToldWhereTlsIsAskedFor(PgDatabase database) {
    fails(with(database.settings(), Optional.empty(), Map.of("sslmode", "require")), "tls");
  }

  @Test
  void everyHostIsTried(PgDatabase database) throws IOException {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0)) {
      nobody = socket.getLocalPort();
    }
    ConnectionSettings settings = database.settings();
    ConnectionSettings two =
        new ConnectionSettings(
            List.of(new HostPort("localhost", nobody), settings.hosts().getFirst()),
            settings.database(),
            settings.user(),
            Optional.empty(),
            Map.of());
    try (PostgresSession session = open(two)) {
      assertEquals(database.name(), session.server().database());
    }
  }
}
