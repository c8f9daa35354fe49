package dev.retort.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.profile.UserContext.Os;
import dev.retort.testing.Users;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FoldersTest {
  private static final Path HOME = Path.of("/home/ada");

  @Test
  void linuxFollowsTheXdgSpecification() {
    Folders folders = Folders.of(Users.ada(HOME, "XDG_DATA_HOME", "/big", "XDG_CACHE_HOME", "rel"));
    assertEquals(HOME.resolve(".config/retort"), folders.config());
    assertEquals(Path.of("/big/retort"), folders.data());
    assertEquals(HOME.resolve(".cache/retort"), folders.cache(), "relative values are ignored");
  }

  @Test
  void retortHomeMovesAllThree() {
    Folders folders =
        Folders.of(Users.user(Os.MACOS, HOME, "RETORT_HOME", "/r", "XDG_DATA_HOME", "/big"));
    assertEquals(
        new Folders(Path.of("/r/config"), Path.of("/r/data"), Path.of("/r/cache")), folders);
  }

  @Test
  void macosHasItsLibrary() {
    Folders folders = Folders.of(Users.user(Os.MACOS, HOME));
    assertEquals(HOME.resolve("Library/Application Support/Retort"), folders.config());
    assertEquals(HOME.resolve("Library/Caches/Retort"), folders.cache());
  }

  @Test
  void windowsKeepsWhatRoamsApart() {
    Folders folders =
        Folders.of(Users.user(Os.WINDOWS, HOME, "APPDATA", "/roam", "LOCALAPPDATA", "/local"));
    assertEquals(Path.of("/roam/Retort"), folders.config());
    assertEquals(Path.of("/local/Retort/data"), folders.data());
  }

  @Test
  void anEmptyVariableIsNoVariable() {
    assertEquals(Folders.of(Users.ada(HOME)), Folders.of(Users.ada(HOME, "RETORT_HOME", "")));
  }
}
