package dev.retort.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.ConnectionSettings.HostPort;
import dev.retort.profile.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordDeskTest {
  private static final ConnectionSettings STAGING = settings("staging");
  private static final ConnectionSettings PRODUCTION = settings("production");

  private final PasswordDesk desk = new PasswordDesk(asked -> Optional.empty());

  @Test
  void whatWasTypedForOneDatabaseIsKnownForItAlone() {
    desk.put(STAGING, new Secret("one"));
    assertEquals(Optional.of("one"), desk.known(STAGING).map(Secret::reveal));
    assertEquals(Optional.empty(), desk.known(PRODUCTION).map(Secret::reveal));
    desk.forget(STAGING);
    assertEquals(Optional.empty(), desk.known(STAGING).map(Secret::reveal));
  }

  @Test
  void aPasswordThatWasTriedIsNotOfferedAgain() {
    desk.put(STAGING, new Secret("one"));
    assertEquals(Optional.of("one"), desk.ask(STAGING).map(Secret::reveal));
    ConnectionSettings tried = STAGING.withPassword(new Secret("one"));
    assertEquals(Optional.empty(), desk.ask(tried).map(Secret::reveal));
    ConnectionSettings old = STAGING.withPassword(new Secret("from the key ring"));
    assertEquals(Optional.of("one"), desk.ask(old).map(Secret::reveal));
  }

  private static ConnectionSettings settings(String host) {
    return new ConnectionSettings(
        List.of(new HostPort(host, 5432)), "trading", "me", Optional.empty(), Map.of());
  }
}
