package dev.retort.profile.secret;

import dev.retort.profile.Secret;
import java.util.Optional;

/** Keeps passwords safe between runs of the program. Calls may block on the user unlocking it. */
public interface SecretStore {

  /** The password kept for an account; empty also where there is no store to ask. */
  Optional<Secret> find(Account account);

  /**
   * Keeps a password.
   *
   * @throws dev.retort.profile.ProfileException with code {@code no-key-ring}, and what to do
   *     instead, where there is no store
   */
  void save(Account account, Secret secret);

  /**
   * Forgets a password; whether there was one.
   *
   * @throws dev.retort.profile.ProfileException if the store has it and will not let go of it
   */
  boolean remove(Account account);
}
