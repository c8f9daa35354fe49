package dev.retort.profile.libpq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.ProfileException;
import dev.retort.profile.Secret;
import dev.retort.profile.url.ConnectionOptions;
import dev.retort.profile.url.ConnectionUrl;
import dev.retort.testing.Users;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibpqDefaultsTest {
  @TempDir Path home;

  @Test
  void theEnvironmentFillsWhatTheUrlLeavesOpen() {
    ConnectionSettings settings =
        settings(
            "postgresql://x@h/",
            "PGDATABASE",
            "d",
            "PGUSER",
            "other",
            "PGPORT",
            "5433",
            "PGPASSWORD",
            "s3cret",
            "PGSSLMODE",
            "require",
            "PGAPPNAME",
            "app",
            "PGTARGETSESSIONATTRS",
            "primary");
    assertEquals("x@h:5433/d", settings.display());
    assertEquals(Optional.of("s3cret"), settings.password().map(Secret::reveal));
    assertEquals("require", settings.parameters().get("sslmode"));
    assertEquals("app", settings.parameters().get("ApplicationName"));
    assertEquals("primary", settings.parameters().get("targetServerType"));
  }

  @Test
  void aPasswordInTheUrlComesBeforeTheEnvironments() {
    ConnectionSettings settings = settings("postgresql://x:url@h/", "PGPASSWORD", "env");
    assertEquals(Optional.of("url"), settings.password().map(Secret::reveal));
  }

  @Test
  void anAddressInTheEnvironmentIsNotPutUnderAnotherHostsName() {
    assertEquals("ada@h:5432/ada", settings("postgresql://h", "PGHOSTADDR", "10.0.0.1").display());
    assertEquals("ada@10.0.0.1:5432/ada", settings("user=ada", "PGHOSTADDR", "10.0.0.1").display());
  }

  @Test
  void onlySomeVariablesSayWhereToConnect() {
    assertEquals(
        List.of("PGHOST", "PGDATABASE"),
        new LibpqDefaults(
                Users.ada(home, "PGDATABASE", "d", "PGHOST", "h", "PGUSER", "u", "PGSSLMODE", "x"))
            .variablesThatChoose());
    assertEquals(
        List.of(),
        new LibpqDefaults(Users.ada(home, "PGUSER", "u", "PGHOST", "")).variablesThatChoose());
  }

  @Test
  void aServiceComesBeforeTheEnvironmentAndAfterTheUrl() throws IOException {
    Files.writeString(
        home.resolve(".pg_service.conf"),
        "# ours\n[other]\nhost=o\n\n[prod]\nhost=h\nport=6000\ndbname=d\nuser=u\nport=7000\n");
    assertEquals(
        "u@h:6000/mine", settings("dbname=mine", "PGSERVICE", "prod", "PGPORT", "1").display());
    assertEquals("u@h:6000/d", settings("service=prod").display());
  }

  @Test
  void theServiceFileCanBeElsewhere() throws IOException {
    Path file = Files.writeString(home.resolve("s.conf"), "[a]\nhost=one\n");
    Path system = Files.createDirectories(home.resolve("etc"));
    Files.writeString(system.resolve("pg_service.conf"), "[b]\nhost=two\n[a]\nhost=three\n");
    String[] variables = {"PGSERVICEFILE", file.toString(), "PGSYSCONFDIR", system.toString()};
    assertEquals("ada@one:5432/ada", settings("service=a", variables).display());
    assertEquals("ada@two:5432/ada", settings("service=b", variables).display());
    assertEquals(List.of("a", "b"), ServiceFiles.names(Users.ada(home, variables)));
  }

  @Test
  void anUnknownServiceIsNamedWithItsNeighbour() throws IOException {
    Files.writeString(home.resolve(".pg_service.conf"), "[staging]\nhost=h\n");
    ProfileException e =
        assertThrows(
            ProfileException.class,
            () -> settings("service=stagin", "PGSYSCONFDIR", home.toString()));
    assertEquals("unknown-service", e.code());
    assertEquals("Did you mean staging?", e.hint());
  }

  @Test
  void aBadServiceFileIsReportedWithItsLine() throws IOException {
    Path file = home.resolve(".pg_service.conf");
    Files.writeString(file, "[a]\nhost=h\nport = 5\n\n[b]\nservice=a\n[c]\nsslmode=s3cret\n");
    for (String service : List.of("a", "b", "c")) {
      ProfileException e =
          assertThrows(ProfileException.class, () -> settings("service=" + service));
      assertEquals("bad-service-file", e.code());
      assertEquals(Optional.of(file), e.problems().getFirst().file());
      assertTrue(e.problems().getFirst().line() > 0);
      assertFalse(e.message().contains("s3cret"));
    }
  }

  @Test
  void aBadVariableIsSaidToBeOne() {
    ProfileException e =
        assertThrows(ProfileException.class, () -> settings("host=h", "PGSSLMODE", "maybe"));
    assertEquals("bad-environment", e.code());
  }

  private ConnectionSettings settings(String url, String... variables) {
    ConnectionOptions options = ConnectionUrl.parse(url);
    return new LibpqDefaults(Users.ada(home, variables)).settings(options);
  }
}
