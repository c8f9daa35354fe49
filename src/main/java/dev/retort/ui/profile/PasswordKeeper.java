package dev.retort.ui.profile;

import dev.retort.engine.KeptPasswords;
import dev.retort.engine.Retort;
import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.Secret;

/** Keeps passwords beyond this session. Calls may block. */
public interface PasswordKeeper {

  /** Whether there may be a place to keep them in. */
  boolean possible();

  /**
   * Keeps one.
   *
   * @throws dev.retort.profile.ProfileException if it cannot be kept
   */
  void keep(ConnectionSettings settings, Secret password);

  /** The operating system's key ring. */
  static PasswordKeeper keyRing(Retort retort) {
    KeptPasswords kept = retort.passwords();
    return new PasswordKeeper() {
      @Override
      public boolean possible() {
        return kept.possible();
      }

      @Override
      public void keep(ConnectionSettings settings, Secret password) {
        kept.keep(settings, password);
      }
    };
  }
}
