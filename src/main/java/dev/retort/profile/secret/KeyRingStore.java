package dev.retort.profile.secret;

import dev.retort.profile.Folders;
import dev.retort.profile.ProfileException;
import dev.retort.profile.Secret;
import dev.retort.profile.UserContext;
import dev.retort.profile.UserContext.Os;
import dev.retort.profile.secret.KeyRing.KeyRingException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Passwords in the operating system's key ring. It is opened only where Retort has put something
 * into it, or is about to; and nothing waits for it for ever, since a desktop's secret service that
 * is half there does not answer at all.
 */
public final class KeyRingStore implements SecretStore {
  private static final String SERVICE = "retort";

  /** Long enough for the user to type the key ring's own password. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final UserContext user;
  private final SavedAccounts saved;
  private final KeyRing.Opener opener;
  private final Duration patience;

  /** The key ring of the user's desktop. */
  public KeyRingStore(UserContext user, Folders folders) {
    this(user, folders.data().resolve("key-ring-accounts"), JavaKeyring::open, PATIENCE);
  }

  KeyRingStore(UserContext user, Path accounts, KeyRing.Opener opener, Duration patience) {
    this.user = user;
    this.saved = new SavedAccounts(accounts);
    this.opener = opener;
    this.patience = patience;
  }

  @Override
  public Optional<Secret> find(Account account) {
    try {
      if (!saved.contains(account) || !present()) {
        return Optional.empty();
      }
      return Optional.of(new Secret(patiently(ring -> ring.get(SERVICE, account.name()))));
    } catch (KeyRingException | UncheckedIOException e) {
      // Locked, or gone, or forgotten elsewhere: the next place is looked into, and in the end the
      // user is asked.
      return Optional.empty();
    }
  }

  @Override
  public void save(Account account, Secret secret) {
    if (!present()) {
      throw none("There is no key ring on this machine", null);
    }
    try {
      patiently(
          ring -> {
            ring.set(SERVICE, account.name(), secret.reveal());
            return "";
          });
      saved.add(account);
    } catch (KeyRingException e) {
      throw none("The key ring cannot be used, " + e.getMessage(), e);
    }
  }

  @Override
  public boolean remove(Account account) {
    if (!saved.contains(account)) {
      return false;
    }
    try {
      patiently(
          ring -> {
            ring.delete(SERVICE, account.name());
            return "";
          });
      saved.remove(account);
      return true;
    } catch (KeyRingException e) {
      throw none("The key ring cannot be used, " + e.getMessage(), e);
    }
  }

  /**
   * Whether there may be a key ring; without a session bus there is nobody to answer, and the
   * library would wait for somebody.
   */
  public boolean present() {
    return user.os() != Os.LINUX
        || user.variable("DBUS_SESSION_BUS_ADDRESS").isPresent()
        || user.variable("XDG_RUNTIME_DIR")
            .filter(folder -> Files.exists(Path.of(folder, "bus")))
            .isPresent();
  }

  private interface Call {
    String on(KeyRing ring) throws KeyRingException;
  }

  private String patiently(Call call) throws KeyRingException {
    FutureTask<String> task =
        new FutureTask<>(
            () -> {
              try (KeyRing ring = opener.open()) {
                return call.on(ring);
              }
            });
    Thread thread = new Thread(task, "key ring");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new KeyRingException("it did not answer in " + patience.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KeyRingException("the wait for it was interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KeyRingException known
          ? known
          : new KeyRingException("it failed", e);
    }
  }

  private ProfileException none(String message, @Nullable Throwable cause) {
    return new ProfileException(
        "no-key-ring",
        message + ".",
        user.os() == Os.WINDOWS
            ? "Put it into %APPDATA%\\postgresql\\pgpass.conf, set PGPASSWORD, or type it when"
                + " asked."
            : "Put it into ~/.pgpass (chmod 600), set PGPASSWORD, or type it when asked.",
        cause);
  }
}
