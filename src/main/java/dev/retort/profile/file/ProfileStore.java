package dev.retort.profile.file;

import dev.retort.problem.Problem;
import dev.retort.profile.Folders;
import dev.retort.profile.ProfileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The user's own profiles, in {@code profiles.toml} in the configuration folder. Reads the file at
 * every call and keeps nothing; of two processes that save at once, the later one's file stands.
 */
public final class ProfileStore {
  private final Path file;

  /** The store in the user's configuration folder; nothing need exist yet. */
  public ProfileStore(Folders folders) {
    this.file = folders.config().resolve("profiles.toml");
  }

  /** What the file holds. */
  public record Contents(List<ProfileDefinition> profiles, List<Problem> problems) {
    /** Copies the lists. */
    public Contents {
      profiles = List.copyOf(profiles);
      problems = List.copyOf(problems);
    }
  }

  /** Where the profiles are, whether the file exists or not. */
  public Path file() {
    return file;
  }

  /** Every sound profile, in file order, and what is wrong with the file. */
  public Contents list() {
    List<Problem> problems = new ArrayList<>();
    if (!Files.exists(file)) {
      return new Contents(List.of(), List.of());
    }
    TomlTable top = TomlFile.read(file, problems).top();
    List<ProfileDefinition> profiles = new ProfileTables(ProfileTables.Sharing.OWN).read(top);
    top.end();
    return new Contents(profiles, problems);
  }

  /** The profile of that name. */
  public Optional<ProfileDefinition> get(String name) {
    return list().profiles().stream().filter(p -> p.name().equals(name)).findFirst();
  }

  /**
   * Adds a profile, or changes the one of its name; its password is left out.
   *
   * @throws ProfileException if the file is not sound TOML or cannot be written
   */
  public void save(ProfileDefinition profile) {
    refuseName(profile);
    ProfileText text = text();
    refuseUnlessEditable(profile.name(), text);
    write(text.with(profile));
  }

  /**
   * Changes a profile and its name, where it stands; its password is left out. Does what {@link
   * #save} does where there is no such profile any more.
   *
   * @param before the name it has in the file
   * @throws ProfileException if another has the new name, or the file is not sound TOML or cannot
   *     be written
   */
  public void rename(String before, ProfileDefinition profile) {
    refuseName(profile);
    ProfileText text = text();
    refuseUnlessEditable(before, text);
    if (get(profile.name()).isPresent()) {
      throw new ProfileException(
          "bad-profile",
          "There is a profile called “" + profile.name() + "” already.",
          "Choose another name.");
    }
    text.rename(before, profile.name());
    write(text.with(profile));
  }

  private static void refuseName(ProfileDefinition profile) {
    if (profile.name().isBlank() || profile.name().equals(ProfileTables.SANDBOX)) {
      throw new ProfileException(
          "bad-profile",
          "A profile cannot be called “" + profile.name() + "”.",
          "Choose another name.");
    }
  }

  /**
   * Removes a profile; whether there was one.
   *
   * @throws ProfileException if the file is not sound TOML or cannot be written
   */
  public boolean remove(String name) {
    ProfileText text = text();
    refuseUnlessEditable(name, text);
    boolean there = text.has(name);
    if (there) {
      write(text.without(name));
    }
    return there;
  }

  private void refuseUnlessEditable(String name, ProfileText text) {
    if (!text.has(name) && get(name).isPresent()) {
      throw new ProfileException(
          "profile-file",
          "Profile " + name + " has no [profiles." + name + "] table of its own in " + file + ".",
          "Edit the file by hand.");
    }
  }

  private ProfileText text() {
    if (!Files.exists(file)) {
      return new ProfileText("");
    }
    List<Problem> problems = new ArrayList<>();
    Optional<String> text = TextFile.read(file, problems);
    text.ifPresent(t -> TomlFile.parse(file, t, problems));
    if (text.isEmpty() || !problems.isEmpty()) {
      throw new ProfileException(
          "profile-file",
          "The profiles in " + file + " cannot be changed before the file is in order.",
          "Correct it by hand.",
          problems);
    }
    return new ProfileText(text.get());
  }

  private void write(String text) {
    try {
      AtomicFile.write(file, text);
    } catch (IOException e) {
      throw new ProfileException(
          "profile-file",
          "The profiles in " + file + " cannot be written.",
          "Check the folder's permissions and the space on the disk.",
          e);
    }
  }
}
