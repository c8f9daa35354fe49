package dev.retort.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.retort.execute.failure.ConnectionFailedException;
import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.ConnectionSettings.HostPort;
import dev.retort.profile.Secret;
import dev.retort.profile.secret.PasswordPrompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredentialsTest {
  private static final ConnectionSettings SETTINGS =
      new ConnectionSettings(
          List.of(new HostPort("db", 5432)), "trading", "ada", Optional.empty(), Map.of());

  private final List<String> asked = new ArrayList<>();

  @Test
  void aServerThatAsksForNothingIsGivenNothing() {
    assertEquals("", credentials(Optional.of("secret")).use(CredentialsTest::password));
    assertEquals(List.of(), asked);
  }

  @Test
  void theUserIsAskedOnceTheServerAsks() {
    Credentials credentials = credentials(Optional.of("secret"));
    assertEquals("secret", credentials.use(CredentialsTest::server));
    assertEquals("secret", credentials.use(CredentialsTest::server));
    assertEquals(List.of("ada@db:5432/trading"), asked);
  }

  @Test
  void whereNobodyAnswersTheServersWordsAreSaid() {
    Credentials credentials = credentials(Optional.empty());
    ConnectionFailedException failure =
        assertThrows(
            ConnectionFailedException.class, () -> credentials.use(CredentialsTest::server));
    assertEquals("password", failure.code());
  }

  @Test
  void otherFailuresAreNobodysFault() {
    Credentials credentials = credentials(Optional.of("secret"));
    assertThrows(
        ConnectionFailedException.class,
        () ->
            credentials.use(
                settings -> {
                  throw failure("connection-refused");
                }));
    assertEquals(List.of(), asked);
  }

  private Credentials credentials(Optional<String> answer) {
    PasswordPrompt prompt =
        settings -> {
          asked.add(settings.display());
          return answer.map(Secret::new);
        };
    return new Credentials(SETTINGS, prompt);
  }

  private static String server(ConnectionSettings settings) {
    if (settings.password().isEmpty()) {
      throw failure("password");
    }
    return password(settings);
  }

  private static String password(ConnectionSettings settings) {
    return settings.password().map(Secret::reveal).orElse("");
  }

  private static ConnectionFailedException failure(String code) {
    return new ConnectionFailedException(code, "No.", "", "ada@db:5432/trading", null);
  }
}
