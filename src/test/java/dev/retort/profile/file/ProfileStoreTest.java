package dev.retort.profile.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.profile.Environment;
import dev.retort.profile.Folders;
import dev.retort.profile.ProfileException;
import dev.retort.profile.url.ConnectionUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileStoreTest {
  @TempDir Path home;
  private ProfileStore store;

  @BeforeEach
  void createStore() {
    store = new ProfileStore(Folders.under(home));
  }

  @Test
  void whatIsSavedIsFoundAgain() {
    assertEquals(List.of(), store.list().profiles());
    store.save(profile("a", "postgresql://u@h/d", true));
    store.save(profile("b c", "jdbc:postgresql://h/d?tcpNoDelay=false", false));
    assertEquals(List.of("a", "b c"), names());
    ProfileDefinition a = store.get("a").orElseThrow();
    assertEquals("postgresql://u@h/d", a.options().toUrl());
    assertEquals(Environment.STAGING, a.environment());
    assertTrue(a.readOnly());
    assertEquals(List.of(), store.list().problems());
  }

  @Test
  void aPasswordIsNeverSaved() throws IOException {
    store.save(profile("a", "postgresql://u:s3cret@h/d", false));
    assertFalse(Files.readString(store.file()).contains("s3cret"));
  }

  @Test
  void theFileIsForItsOwnerAlone() throws IOException {
    store.save(profile("a", "postgresql://u@h/d", false));
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(store.file())));
    try (Stream<Path> files = Files.list(store.file().resolveSibling(""))) {
      assertEquals(List.of(store.file()), files.toList(), "nothing temporary is left");
    }
  }

  @Test
  void changesLeaveTheRestOfTheFileAsItIs() throws IOException {
    write(
        """
        # my profiles

        [profiles.a]
        # by hand
        host = "old"
        environment = "development" # for now
        read-only = true
        lock-wait = "5min"

        # about b
        [profiles.b]
        url = "postgresql://h/b"
        # the end
        """);
    store.save(profile("a", "postgresql://new/d", false));
    assertEquals(
        """
        # my profiles

        [profiles.a]
        url = "postgresql://new/d"
        # by hand
        environment = "staging" # for now
        lock-wait = "5min"

        # about b
        [profiles.b]
        url = "postgresql://h/b"
        # the end
        """,
        Files.readString(store.file()));
    assertTrue(store.remove("a"));
    assertFalse(store.remove("a"));
    assertEquals(
        """
        # my profiles


        # about b
        [profiles.b]
        url = "postgresql://h/b"
        # the end
        """,
        Files.readString(store.file()));
  }

  @Test
  void aFileThatIsNotInOrderIsNotTouched() throws IOException {
    write("[profiles.a\n");
    ProfileException e =
        assertThrows(
            ProfileException.class, () -> store.save(profile("b", "postgresql://h/d", false)));
    assertEquals("profile-file", e.code());
    assertEquals(1, e.problems().size());
    assertEquals("[profiles.a\n", Files.readString(store.file()));
    assertEquals(1, store.list().problems().size());
  }

  @Test
  void aProfileWithoutATableOfItsOwnIsLeftToItsAuthor() throws IOException {
    write("profiles = { a = { url = \"postgresql://h/d\" } }\n");
    assertEquals(List.of("a"), names());
    assertThrows(ProfileException.class, () -> store.remove("a"));
    assertThrows(ProfileException.class, () -> store.save(profile("a", "postgresql://h/e", false)));
  }

  @Test
  void aLinkedFileIsWrittenWhereItLeads() throws IOException {
    Path real = Files.writeString(home.resolve("dotfile"), "# mine\n");
    Files.createDirectories(home.resolve("config"));
    Files.createSymbolicLink(store.file(), real);
    store.save(profile("a", "postgresql://h/d", false));
    assertTrue(Files.isSymbolicLink(store.file()));
    assertTrue(Files.readString(real).startsWith("# mine\n"));
    assertEquals(List.of("a"), names());
  }

  @Test
  void theSandboxCannotBeSaved() {
    assertThrows(
        ProfileException.class, () -> store.save(profile("sandbox", "postgresql://h/d", false)));
  }

  private List<String> names() {
    return store.list().profiles().stream().map(ProfileDefinition::name).toList();
  }

  private void write(String text) throws IOException {
    Files.createDirectories(home.resolve("config"));
    Files.writeString(store.file(), text);
  }

  private ProfileDefinition profile(String name, String url, boolean readOnly) {
    return new ProfileDefinition(
        name, Environment.STAGING, readOnly, ConnectionUrl.parse(url), store.file(), 0);
  }
}
