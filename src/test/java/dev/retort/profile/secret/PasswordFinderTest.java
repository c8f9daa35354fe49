package dev.retort.profile.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.Secret;
import dev.retort.profile.libpq.PasswordFile;
import dev.retort.profile.secret.PasswordFinder.Found;
import dev.retort.profile.secret.PasswordFinder.Origin;
import dev.retort.profile.url.ConnectionUrl;
import dev.retort.profile.url.SettingsMaker;
import dev.retort.testing.Users;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordFinderTest {
  @TempDir Path home;
  private final Map<Account, Secret> ring = new HashMap<>();

  @Test
  void whatIsGivenComesBeforeTheKeyRingAndThatBeforeThePasswordFile() throws IOException {
    assertFound(Origin.NONE, Optional.empty(), "postgresql://u@h/d");
    Path file =
        Files.createFile(
            home.resolve(".pgpass"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, "*:*:*:*:file\n");
    assertFound(Origin.PASSWORD_FILE, Optional.of("file"), "postgresql://u@h/d");
    ring.put(new Account("u@h:5432/d"), new Secret("ring"));
    assertFound(Origin.KEY_RING, Optional.of("ring"), "postgresql://u@h/d");
    assertFound(Origin.GIVEN, Optional.of("url"), "postgresql://u:url@h/d");
    assertFound(Origin.PASSWORD_FILE, Optional.of("file"), "postgresql://other@h/d");
  }

  private void assertFound(Origin origin, Optional<String> password, String url) {
    ConnectionSettings settings = new SettingsMaker(Users.ada(home)).make(ConnectionUrl.parse(url));
    Found found =
        new PasswordFinder(new FakeStore()).find(settings, PasswordFile.of(Users.ada(home)));
    assertEquals(origin, found.origin());
    assertEquals(password, found.settings().password().map(Secret::reveal));
  }

  private final class FakeStore implements SecretStore {
    @Override
    public Optional<Secret> find(Account account) {
      return Optional.ofNullable(ring.get(account));
    }

    @Override
    public void save(Account account, Secret secret) {
      ring.put(account, secret);
    }

    @Override
    public boolean remove(Account account) {
      return ring.remove(account) != null;
    }
  }
}
