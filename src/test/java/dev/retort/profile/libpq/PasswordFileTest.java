package dev.retort.profile.libpq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.Secret;
import dev.retort.profile.url.ConnectionUrl;
import dev.retort.profile.url.SettingsMaker;
import dev.retort.testing.Users;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordFileTest {
  @TempDir Path home;
  private Path file;

  @BeforeEach
  void createFile() throws IOException {
    file =
        Files.createFile(
            home.resolve(".pgpass"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  @Test
  void theFirstLineThatFitsCounts() throws IOException {
    Files.writeString(
        file,
        """
        # comment:*:*:*:no
        h:5432:d:u:first
        *:*:d:u:second
        *:*:*:*:last
        """);
    assertEquals(Optional.of("first"), find("postgresql://u@h/d"));
    assertEquals(Optional.of("second"), find("postgresql://u@h:1/d"));
    assertEquals(Optional.of("last"), find("postgresql://v@h/d"));
  }

  @Test
  void colonsAndBackslashesAreEscaped() throws IOException {
    Files.writeString(file, "\\:\\:1:5432:d\\\\b:u:p:a\\:s\\\\s\n\\*:*:*:*:star\n");
    assertEquals(Optional.of("p:a:s\\s"), find("postgresql://u@[::1]/d%5Cb"));
    assertEquals(Optional.empty(), find("postgresql://u@other/x"), "an escaped * is no wildcard");
  }

  @Test
  void aDefaultSocketFolderIsLocalhost() throws IOException {
    Files.writeString(file, "localhost:*:*:*:here\n/my/sockets:*:*:*:mine\n");
    assertEquals(Optional.of("here"), find("host=/var/run/postgresql user=u"));
    assertEquals(Optional.of("mine"), find("host=/my/sockets user=u"));
  }

  @Test
  void anyOfSeveralHostsWillDo() throws IOException {
    Files.writeString(file, "b:2:*:*:two\n");
    assertEquals(Optional.of("two"), find("postgresql://u@a:1,b:2/d"));
  }

  @Test
  void aFileThatOthersCanReadIsLeftAsideWithAWarning() throws IOException {
    Files.writeString(file, "*:*:*:*:p\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    PasswordFile.Found found = lookUp("postgresql://u@h/d");
    assertEquals(Optional.empty(), found.password());
    assertTrue(found.problem().orElseThrow().hint().contains("chmod 600"));
  }

  @Test
  void noFileIsNoProblem() throws IOException {
    Files.delete(file);
    assertEquals(
        new PasswordFile.Found(Optional.empty(), Optional.empty()), lookUp("postgresql://u@h/d"));
  }

  @Test
  void theFileCanBeElsewhere() {
    assertEquals(Path.of("/else"), PasswordFile.of(Users.ada(home, "PGPASSFILE", "/else")).file());
  }

  private Optional<String> find(String url) {
    return lookUp(url).password().map(Secret::reveal);
  }

  private PasswordFile.Found lookUp(String url) {
    ConnectionSettings settings = new SettingsMaker(Users.ada(home)).make(ConnectionUrl.parse(url));
    return PasswordFile.of(Users.ada(home)).find(settings);
  }
}
