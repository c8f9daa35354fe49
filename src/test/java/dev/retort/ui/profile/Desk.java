package dev.retort.ui.profile;

import dev.retort.engine.Retort;
import dev.retort.engine.Surroundings;
import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.ProfileException;
import dev.retort.profile.Secret;
import dev.retort.profile.UserContext;
import dev.retort.profile.resolve.Wish;
import dev.retort.profile.secret.Account;
import dev.retort.ui.SameThread;
import dev.retort.ui.session.ProjectSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A session without a window, on a project and a home folder of its own. */
final class Desk implements AutoCloseable {
  final SameThread background = new SameThread();
  final Ring ring = new Ring();
  final Retort retort;
  final ProjectSession session;
  private final Path home;

  Desk(Path home) {
    this.home = home;
    UserContext user =
        new UserContext(
            Map.of("RETORT_HOME", home.resolve("retort").toString()),
            home,
            "tester",
            UserContext.Os.LINUX);
    this.retort = new Retort(new Surroundings(user, home, InstantSource.system()));
    this.session = new ProjectSession(retort, background, settings -> Optional.empty());
    write("trading/migrations/0001_a.sql", "-- @upgrade\nSELECT 1;\n");
    write("trading/retort.toml", "[migrations]\nlocations = [\"migrations\"]\n");
  }

  void write(String file, String text) {
    try {
      Path path = home.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String own() {
    try {
      Path file = retort.ownProfiles().file();
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Desk open(Wish wish) {
    session.open(Optional.of(home.resolve("trading")), wish);
    return this;
  }

  @Override
  public void close() {
    session.close();
  }

  /** A key ring in memory, which may be gone or locked. */
  static final class Ring implements PasswordKeeper {
    final Map<String, String> kept = new LinkedHashMap<>();
    boolean there = true;
    boolean locked;

    @Override
    public boolean possible() {
      return there;
    }

    @Override
    public void keep(ConnectionSettings settings, Secret password) {
      if (locked) {
        throw new ProfileException("no-key-ring", "The key ring is locked.", "Unlock it.");
      }
      kept.put(Account.of(settings).name(), password.reveal());
    }
  }
}
