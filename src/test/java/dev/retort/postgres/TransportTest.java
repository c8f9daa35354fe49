package dev.retort.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.execute.Cancellation;
import dev.retort.execute.RunOptions;
import dev.retort.execute.StatementListener;
import dev.retort.execute.failure.ConnectionFailedException;
import dev.retort.execute.failure.RunCancelledException;
import dev.retort.execute.failure.ServerErrorException;
import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.ConnectionSettings.HostPort;
import dev.retort.profile.Secret;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The ways to a server, and that the client's time zone takes none of them. */
@Tag("db")
@ExtendWith(PgExtension.class)
class TransportTest {
  private final TimeZone zoneBefore = TimeZone.getDefault();

  @BeforeEach
  void theClientIsFarAway() {
    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
  }

  @AfterEach
  void theClientIsBack() {
    TimeZone.setDefault(zoneBefore);
  }

  private static String value(ConnectionSettings settings, String sql) {
    try (PostgresSession session =
        new PostgresSessions(settings, "test", Access.READ_WRITE).openReadOnly()) {
      return session.script(sql).getFirst().get(0, 0).orElseThrow();
    }
  }

  private static ConnectionSettings with(
      ConnectionSettings settings, Map<String, String> parameters) {
    return new ConnectionSettings(
        settings.hosts(), settings.database(), settings.user(), settings.password(), parameters);
  }

  private static ConnectionSettings bySocketFile(PgDatabase database, String folder) {
    ConnectionSettings settings = database.settings();
    return new ConnectionSettings(
        List.of(new HostPort(folder, database.port())),
        settings.database(),
        settings.user(),
        Optional.empty(),
        Map.of("sslmode", "require"));
  }

  @Test
  void theSessionsTimeZoneIsTheDatabases(PgDatabase database) {
    database.execute("ALTER DATABASE " + database.name() + " SET timezone = 'Asia/Tokyo'");
    assertEquals("Asia/Tokyo", value(database.settings(), "SHOW timezone"));
    assertEquals("Asia/Tokyo", value(database.settings(), "RESET ALL; SHOW timezone"));
  }

  @Test
  void orWhatTheUserAsksForInSoManyWords(PgDatabase database) {
    assertEquals(
        "Asia/Tokyo",
        value(
            with(database.settings(), Map.of("options", "-c timezone=Asia/Tokyo")),
            "SHOW timezone"));
  }

  @Test
  void aSocketFileIsAWay(PgDatabase database) {
    database.execute("ALTER DATABASE " + database.name() + " SET timezone = 'Asia/Tokyo'");
    ConnectionSettings settings = bySocketFile(database, "/tmp");
    assertEquals(database.name(), value(settings, "SELECT current_database()"));
    assertEquals("true", value(settings, "SELECT (inet_client_addr() IS NULL)::text"));
    assertEquals("Asia/Tokyo", value(settings, "SHOW timezone"));
  }

  @Test
  void anInterruptStopsAStatementButDoesNotCutASocketFile(PgDatabase database)
      throws InterruptedException {
    AtomicReference<String> after = new AtomicReference<>("");
    PostgresSessions sessions =
        new PostgresSessions(bySocketFile(database, "/tmp"), "test", Access.READ_WRITE);
    Thread runner =
        Thread.ofPlatform()
            .start(
                () -> {
                  try (PostgresSession session =
                      sessions.open(RunOptions.defaults(), new Cancellation())) {
                    ServerErrorException stopped =
                        assertThrows(
                            ServerErrorException.class,
                            () ->
                                session.execute("SELECT pg_sleep(600)", StatementListener.none()));
                    session.heedNoMore();
                    after.set(
                        stopped.error().sqlState()
                            + session.script("SELECT 'alive'").getFirst().get(0, 0).orElse("")
                            + Thread.currentThread().isInterrupted());
                  }
                });
    database.await(
        "EXISTS (SELECT FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(600)'"
            + " AND datname = current_database() AND client_addr IS NULL)");
    runner.interrupt();
    runner.join();
    assertEquals("57014alivetrue", after.get());
  }

  @Test
  void aSocketFileThatIsNotThereIsTold(PgDatabase database, @TempDir Path folder) {
    ConnectionFailedException failed =
        assertThrows(
            ConnectionFailedException.class,
            () -> value(bySocketFile(database, folder.toString()), "SELECT 1"));
    assertEquals("connection-refused", failed.code(), failed.message());
  }

  @Test
  void oneWayIsTriedAfterAnother(PgDatabase database, @TempDir Path folder) {
    ConnectionSettings settings = database.settings();
    ConnectionSettings both =
        new ConnectionSettings(
            List.of(new HostPort(folder.toString(), database.port()), settings.hosts().getFirst()),
            settings.database(),
            settings.user(),
            Optional.empty(),
            Map.of());
    assertEquals(database.name(), value(both, "SELECT current_database()"));
  }

  @Test
  void tlsIsAWayAndItsCertificatesAreChecked(PgDatabase database, @TempDir Path folder) {
    database.execute("ALTER DATABASE " + database.name() + " SET timezone = 'Asia/Tokyo'");
    String role = database.roleWithPassword("tls", "rosebud");
    ConnectionSettings trusting = database.settings(role);
    ConnectionSettings settings =
        new ConnectionSettings(
            trusting.hosts(),
            trusting.database(),
            role,
            Optional.of(new Secret("rosebud")),
            Map.of());
    try (TlsServer tls = TlsServer.on(database, folder)) {
      Map<String, String> full =
          Map.of("sslmode", "verify-full", "sslrootcert", tls.certificate().toString());
      String cipher =
          value(
              with(settings, full),
              "SELECT ssl::text FROM pg_stat_ssl WHERE pid = pg_backend_pid()");
      assertEquals("true", cipher);
      assertEquals("Asia/Tokyo", value(with(settings, full), "SHOW timezone"));

      ConnectionFailedException unknown =
          assertThrows(
              ConnectionFailedException.class,
              () ->
                  value(
                      with(
                          settings,
                          Map.of(
                              "sslmode",
                              "verify-full",
                              "sslrootcert",
                              tls.otherCertificate().toString())),
                      "SELECT 1"));
      assertEquals("tls", unknown.code(), unknown.message());
    }
  }

  @Test
  void connectingCanBeCancelled(PgDatabase database) throws IOException {
    Cancellation cancellation = new Cancellation();
    ConnectionSettings settings = database.settings();
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      ConnectionSettings nowhere =
          new ConnectionSettings(
              List.of(new HostPort("localhost", silent.getLocalPort())),
              settings.database(),
              settings.user(),
              Optional.empty(),
              Map.of("loginTimeout", "60"));
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  silent.accept();
                } catch (IOException e) {
                  // The test is over.
                }
                cancellation.cancel();
              });
      RunCancelledException cancelled =
          assertThrows(
              RunCancelledException.class,
              () ->
                  new PostgresSessions(nowhere, "test", Access.READ_WRITE)
                      .open(RunOptions.defaults(), cancellation));
      assertTrue(cancelled.message().contains("had not begun"));
    }
  }
}
