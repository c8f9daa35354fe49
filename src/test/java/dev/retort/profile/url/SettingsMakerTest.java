package dev.retort.profile.url;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.ProfileException;
import dev.retort.testing.Users;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGProperty;

class SettingsMakerTest {
  @TempDir Path home;

  @Test
  void whatIsLeftOpenHasLibpqsDefaults() {
    ConnectionSettings settings = make("postgresql://");
    assertEquals("ada@localhost:5432/ada", settings.display());
    assertEquals("x@localhost:5432/x", make("postgresql://x@").display());
  }

  @Test
  void onePortFitsAllHosts() {
    assertEquals("ada@a:1,b:2,[::1]:5432/d", make("postgresql://a:1,b:2,[::1]/d").display());
    assertEquals("ada@a:7,b:7/d", make("host=a,b port=7 dbname=d").display());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"host=a,b,c port=1,2", "port=0", "port=65536", "port=x", "connect_timeout=x"})
  void contradictionsAreRefused(String text) {
    assertEquals("bad-connection", assertThrows(ProfileException.class, () -> make(text)).code());
  }

  @ParameterizedTest
  @CsvSource({
    "sslmode=verify-full, sslmode, verify-full",
    "application_name=x, ApplicationName, x",
    "channel_binding=require, channelBinding, require",
    "require_auth=scram-sha-256, requireAuth, scram-sha-256",
    "connect_timeout=10, connectTimeout, 10",
    "connect_timeout=1, connectTimeout, 2",
    "connect_timeout=-1, connectTimeout, 0",
    "target_session_attrs=read-write, targetServerType, primary",
    "target_session_attrs=prefer-standby, targetServerType, preferSecondary",
    "load_balance_hosts=random, loadBalanceHosts, true",
    "options=-csearch_path=x, options, -csearch_path=x",
    "sslrootcert=/a/b, sslrootcert, /a/b",
    "sslrootcert=system, sslmode, verify-full",
    "gssencmode=disable, gssEncMode, disable",
    "user=x, tcpKeepAlive, true"
  })
  void parametersGetTheDriversNames(String text, String property, String value) {
    assertEquals(value, make(text).parameters().get(property));
  }

  @Test
  void everyPropertyIsOneThatTheDriverHas() {
    Set<String> known =
        Arrays.stream(PGProperty.values()).map(PGProperty::getName).collect(Collectors.toSet());
    Arrays.stream(Keyword.values())
        .flatMap(keyword -> keyword.property().stream())
        .forEach(property -> assertTrue(known.contains(property), property));
    assertTrue(known.containsAll(DriverProperties.TAKEN));
    assertTrue(
        known.containsAll(
            Set.of("tcpKeepAlive", "loadBalanceHosts", "targetServerType", "sslfactory")));
  }

  @Test
  void requireChecksTheServerWhereARootCertificateIsAtHand() throws IOException {
    assertEquals("require", make("sslmode=require").parameters().get("sslmode"));
    Path root = certificate("root.crt");
    assertEquals("verify-ca", make("sslmode=require").parameters().get("sslmode"));
    assertEquals(root.toString(), make("sslmode=verify-full").parameters().get("sslrootcert"));
    assertFalse(make("user=x").parameters().containsKey("sslmode"), "prefer is the default");
  }

  @Test
  void theUsersOwnCertificateIsOffered() throws IOException {
    Path key = certificate("postgresql.key");
    assertEquals(key.toString(), make("user=x").parameters().get("sslkey"));
    assertEquals("/k", make("sslkey=/k").parameters().get("sslkey"));
  }

  @Test
  void theSystemsCertificatesAllowNoWeakerMode() {
    assertThrows(ProfileException.class, () -> make("sslrootcert=system sslmode=require"));
    assertEquals(
        "org.postgresql.ssl.DefaultJavaSSLFactory",
        make("sslrootcert=system").parameters().get("sslfactory"));
  }

  @Test
  void anAddressStandsForAHost() {
    assertEquals("ada@10.0.0.1:5432/ada", make("host=db hostaddr=10.0.0.1").display());
    assertThrows(
        ProfileException.class, () -> make("host=db hostaddr=10.0.0.1 sslmode=verify-full"));
  }

  private ConnectionSettings make(String url) {
    return new SettingsMaker(Users.ada(home)).make(ConnectionUrl.parse(url));
  }

  private Path certificate(String name) throws IOException {
    Path folder = Files.createDirectories(home.resolve(".postgresql"));
    return Files.createFile(folder.resolve(name));
  }
}
