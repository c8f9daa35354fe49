package dev.retort.ui.profile;

import dev.retort.engine.Retort;
import dev.retort.problem.RetortException;
import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.Environment;
import dev.retort.profile.Profile;
import dev.retort.profile.Secret;
import dev.retort.profile.file.ProfileDefinition;
import dev.retort.profile.file.ProfileStore;
import dev.retort.profile.libpq.LibpqDefaults;
import dev.retort.ui.session.ProjectSession;
import java.util.List;
import java.util.Optional;

/** Writes one of the user's profiles, and finds out which guard that would take away. Blocks. */
final class ProfileSaver {
  private final ProjectSession session;
  private final PasswordKeeper keeper;
  private final Optional<ProfileDefinition> original;

  /**
   * Saves one profile.
   *
   * @param original the profile that is edited; empty for a new one
   */
  ProfileSaver(
      ProjectSession session, PasswordKeeper keeper, Optional<ProfileDefinition> original) {
    this.session = session;
    this.keeper = keeper;
    this.original = original;
  }

  /**
   * The production database that would be guarded less than it is: its profile gets another
   * environment or address or may write again, or another profile leads there that is not marked as
   * production. Whoever could save that by a click could run on production by two.
   *
   * @param known the profiles that there are
   * @return the database's name, which then has to be typed; empty where no guard is weakened
   */
  Optional<String> exposes(ProfileDefinition draft, List<Profile> known) {
    ConnectionSettings now = settings(draft);
    Optional<String> own =
        original
            .filter(before -> before.environment() == Environment.PRODUCTION)
            .flatMap(
                before ->
                    Optional.of(settings(before))
                        .filter(
                            was ->
                                draft.environment() != Environment.PRODUCTION
                                    || !same(was, now)
                                    || (before.readOnly() && !draft.readOnly()))
                        .map(ConnectionSettings::database));
    if (own.isPresent() || draft.environment() == Environment.PRODUCTION) {
      return own;
    }
    return known.stream()
        .filter(profile -> profile.environment() == Environment.PRODUCTION)
        .flatMap(
            profile ->
                profile.target() instanceof Profile.Target.Server(ConnectionSettings there)
                    ? Optional.of(there).stream()
                    : Optional.<ConnectionSettings>empty().stream())
        .filter(there -> same(there, now))
        .map(ConnectionSettings::database)
        .findFirst();
  }

  private ConnectionSettings settings(ProfileDefinition profile) {
    return new LibpqDefaults(session.retort().surroundings().user()).settings(profile.options());
  }

  private static boolean same(ConnectionSettings one, ConnectionSettings other) {
    return one.hosts().equals(other.hosts()) && one.database().equals(other.database());
  }

  /**
   * Writes it.
   *
   * @param keep whether the password is to be kept in the key ring
   * @return what is still to be said; empty if all went well
   */
  String save(ProfileDefinition profile, Optional<Secret> typed, boolean keep) {
    Retort retort = session.retort();
    store(retort.ownProfiles(), profile);
    ConnectionSettings settings = settings(profile);
    typed.ifPresent(secret -> session.passwords().put(settings, secret));
    return typed.filter(secret -> keep).map(secret -> kept(settings, secret)).orElse("");
  }

  private void store(ProfileStore store, ProfileDefinition profile) {
    Optional<String> before = original.map(ProfileDefinition::name);
    if (before.filter(name -> !name.equals(profile.name())).isPresent()) {
      store.rename(before.get(), profile);
    } else {
      store.save(profile);
    }
  }

  private String kept(ConnectionSettings settings, Secret secret) {
    try {
      keeper.keep(settings, secret);
      return "";
    } catch (RetortException e) {
      return PasswordModel.sessionOnly(e);
    }
  }
}
