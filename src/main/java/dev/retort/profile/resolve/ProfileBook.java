package dev.retort.profile.resolve;

import dev.retort.problem.Problem;
import dev.retort.profile.file.ProfileDefinition;
import dev.retort.profile.file.ProfileStore;
import dev.retort.profile.project.ProjectConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every profile there is: the project's, then the user's own. Where both have one of a name, the
 * user's own counts as a whole, nothing of the project's is mixed in, and a warning says so.
 *
 * @param profiles by name
 * @param problems what is wrong with the user's file, and clashes of names
 */
public record ProfileBook(Map<String, ProfileDefinition> profiles, List<Problem> problems) {

  /** Copies the collections, order kept. */
  public ProfileBook {
    profiles = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(profiles));
    problems = List.copyOf(problems);
  }

  /** The profiles of a project, if there is one, and of the user. */
  public static ProfileBook of(Optional<ProjectConfig> project, ProfileStore store) {
    Map<String, ProfileDefinition> profiles = new LinkedHashMap<>();
    project.ifPresent(p -> p.profiles().forEach(profile -> profiles.put(profile.name(), profile)));
    ProfileStore.Contents own = store.list();
    List<Problem> problems = new ArrayList<>(own.problems());
    for (ProfileDefinition profile : own.profiles()) {
      ProfileDefinition hidden = profiles.put(profile.name(), profile);
      if (hidden != null) {
        problems.add(
            Problem.warning(
                "profile-clash",
                "Your own profile “" + profile.name() + "” hides the project's.",
                "Rename yours to use the one in " + hidden.file() + ".",
                profile.file(),
                profile.line()));
      }
    }
    return new ProfileBook(profiles, problems);
  }

  /** The profile of that name. */
  public Optional<ProfileDefinition> get(String name) {
    return Optional.ofNullable(profiles.get(name));
  }
}
