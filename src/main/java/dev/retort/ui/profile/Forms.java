package dev.retort.ui.profile;

import dev.retort.engine.Project;
import dev.retort.profile.file.ProfileDefinition;
import dev.retort.ui.profile.FormRules.Names;
import dev.retort.ui.profile.ProfileEntry.Origin;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Makes forms for the profiles of a session. */
public final class Forms {
  private final ProjectSession session;
  private final Background background;
  private final ProfilesModel profiles;
  private final PasswordKeeper keeper;

  /** Forms for a session. */
  public Forms(
      ProjectSession session,
      Background background,
      ProfilesModel profiles,
      PasswordKeeper keeper) {
    this.session = session;
    this.background = background;
    this.profiles = profiles;
    this.keeper = keeper;
  }

  /**
   * A form for a new profile.
   *
   * @param done told when it is saved, or left without
   */
  public ProfileFormModel create(Consumer<Optional<ProfileDefinition>> done) {
    return form(Optional.empty(), Optional.empty(), done);
  }

  /** A form for a profile of the user's own. */
  public ProfileFormModel edit(ProfileEntry entry, Consumer<Optional<ProfileDefinition>> done) {
    return form(entry.definition(), entry.definition(), done);
  }

  /** A form for another profile like one that there is. */
  public ProfileFormModel copy(ProfileEntry entry, Consumer<Optional<ProfileDefinition>> done) {
    return form(Optional.empty(), entry.definition(), done);
  }

  private ProfileFormModel form(
      Optional<ProfileDefinition> original,
      Optional<ProfileDefinition> start,
      Consumer<Optional<ProfileDefinition>> done) {
    Set<String> own =
        profiles.entries().stream()
            .filter(entry -> entry.origin() == Origin.OWN)
            .map(ProfileEntry::name)
            .filter(name -> original.filter(one -> one.name().equals(name)).isEmpty())
            .collect(Collectors.toSet());
    Set<String> project =
        session
            .projectProperty()
            .get()
            .map(Project::config)
            .map(config -> config.profiles())
            .stream()
            .flatMap(all -> all.stream())
            .map(ProfileDefinition::name)
            .collect(Collectors.toSet());
    return new ProfileFormModel(
        session, background, keeper, original, start, new Names(own, project), profiles::say, done);
  }
}
