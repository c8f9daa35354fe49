package dev.retort.engine;

import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.Secret;
import dev.retort.profile.secret.Account;
import dev.retort.profile.secret.KeyRingStore;

/** Passwords between starts of the program: the operating system's key ring. Calls may block. */
public final class KeptPasswords {
  private final KeyRingStore ring;

  KeptPasswords(KeyRingStore ring) {
    this.ring = ring;
  }

  /**
   * Whether there may be a key ring on this machine; whether it answers is seen when it is used.
   */
  public boolean possible() {
    return ring.present();
  }

  /**
   * Keeps a password.
   *
   * @throws dev.retort.profile.ProfileException with code {@code no-key-ring} where it cannot be
   */
  public void keep(ConnectionSettings settings, Secret password) {
    ring.save(Account.of(settings), password);
  }

  /**
   * Forgets a password; whether there was one.
   *
   * @throws dev.retort.profile.ProfileException if the key ring will not let go of it
   */
  public boolean forget(ConnectionSettings settings) {
    return ring.remove(Account.of(settings));
  }
}
