package dev.retort.profile.resolve;

import dev.retort.problem.Nearest;
import dev.retort.problem.Problem;
import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.Environment;
import dev.retort.profile.Profile;
import dev.retort.profile.ProfileException;
import dev.retort.profile.RunLimits;
import dev.retort.profile.UserContext;
import dev.retort.profile.file.ProfileDefinition;
import dev.retort.profile.file.ProfileTables;
import dev.retort.profile.libpq.LibpqDefaults;
import dev.retort.profile.libpq.PasswordFile;
import dev.retort.profile.resolve.Choice.Source;
import dev.retort.profile.url.ConnectionOptions;
import dev.retort.profile.url.ConnectionUrl;
import dev.retort.profile.url.Keyword;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which connection a command uses: {@code --url} or {@code --profile}, then {@code
 * RETORT_PROFILE}, then {@code PG*} variables that say where to connect, then the sandbox. Connects
 * to nothing.
 */
public final class ProfileResolver {
  private static final String VARIABLE = "RETORT_PROFILE";
  private static final String SHADOW = "RETORT_SHADOW_URL";

  private final UserContext user;
  private final ProfileBook book;
  private final LibpqDefaults libpq;

  /** For a user's environment and the profiles there are. */
  public ProfileResolver(UserContext user, ProfileBook book) {
    this.user = user;
    this.book = book;
    this.libpq = new LibpqDefaults(user);
  }

  /**
   * The connection for a wish.
   *
   * @throws ProfileException if the wish contradicts itself, or names what does not exist
   */
  public Choice choose(Wish wish) {
    if (wish.url().isPresent() && wish.profile().isPresent()) {
      throw new ProfileException(
          "conflicting-options",
          "--url and --profile were both given, and each names a connection.",
          "Give one of them.");
    }
    if (wish.url().isPresent()) {
      return address(ConnectionUrl.parse(wish.url().get()), Source.URL_OPTION, "--url");
    }
    if (wish.profile().isPresent()) {
      return named(wish.profile().get(), Source.PROFILE_OPTION, "--profile");
    }
    Optional<String> variable = user.variable(VARIABLE);
    if (variable.isPresent()) {
      return named(variable.get(), Source.RETORT_PROFILE, VARIABLE);
    }
    List<String> variables = libpq.variablesThatChoose();
    return variables.isEmpty()
        ? sandbox(Source.NOTHING_SAID, "neither --profile, --url, RETORT_PROFILE nor PG* variables")
        : address(ConnectionOptions.NONE, Source.PG_VARIABLES, String.join(", ", variables));
  }

  /**
   * The server that shadow databases are made on: {@code RETORT_SHADOW_URL}, or what the profile
   * says; none for the embedded one.
   *
   * @throws ProfileException if it cannot be read, or is the very database that was chosen
   */
  public Optional<Shadow> shadow(Choice choice) {
    Optional<ConnectionOptions> named =
        user.variable(SHADOW).map(ConnectionUrl::parse).or(choice::shadow);
    return named.map(
        options ->
            new Shadow(apart(libpq.settings(options), choice.profile()), passwordFile(options)));
  }

  /** A server for shadows, and where its password may be looked up. */
  public record Shadow(ConnectionSettings settings, PasswordFile passwordFile) {}

  private static ConnectionSettings apart(ConnectionSettings shadow, Profile profile) {
    if (profile.target() instanceof Profile.Target.Server(ConnectionSettings target)
        && SameDatabase.test(shadow, target)) {
      throw new ProfileException(
          "shadow-is-target",
          "The shadow of " + profile.name() + " is its own database, " + target.display() + ".",
          "Name another database, best on another server: shadow databases are made beside it.",
          Map.of("profile", profile.name(), "shadow", shadow.display()));
    }
    return shadow;
  }

  /** Every profile that can be named, the sandbox last; those that cannot be completed left out. */
  public List<Profile> all() {
    List<Profile> all = new ArrayList<>();
    for (ProfileDefinition definition : book.profiles().values()) {
      settings(definition).ifPresent(settings -> all.add(profile(definition, settings)));
    }
    all.add(sandbox());
    return all;
  }

  private Choice named(String name, Source source, String by) {
    if (name.equals(ProfileTables.SANDBOX)) {
      return sandbox(source, by);
    }
    ProfileDefinition definition = book.get(name).orElseThrow(() -> unknown(name, by));
    return choice(definition, source, by);
  }

  /**
   * The connection that a profile leads to which is in no file, or not as it is in its file.
   *
   * @throws ProfileException if it cannot be completed
   */
  public Choice drafted(ProfileDefinition definition) {
    return choice(definition, Source.PROFILE_OPTION, "not saved");
  }

  private Choice choice(ProfileDefinition definition, Source source, String by) {
    Profile profile = profile(definition, libpq.settings(definition.options()));
    return new Choice(
        profile,
        source,
        "profile " + definition.name() + " (" + by + ")",
        passwordFile(definition.options()),
        definition.shadow(),
        clashes(definition));
  }

  private List<Problem> clashes(ProfileDefinition definition) {
    return book.problems().stream()
        .filter(problem -> problem.code().equals("profile-clash"))
        .filter(problem -> problem.line() == definition.line())
        .toList();
  }

  private static Profile profile(ProfileDefinition definition, ConnectionSettings settings) {
    return new Profile(
        definition.name(),
        definition.environment(),
        definition.readOnly(),
        new Profile.Target.Server(settings),
        definition.limits());
  }

  private Choice sandbox(Source source, String by) {
    String reason =
        source == Source.NOTHING_SAID
            ? "the sandbox, since " + by + " say otherwise"
            : "the sandbox (" + by + ")";
    return new Choice(
        sandbox(), source, reason, PasswordFile.of(user), Optional.empty(), List.of());
  }

  private static Profile sandbox() {
    return new Profile(
        ProfileTables.SANDBOX, Environment.DEVELOPMENT, false, new Profile.Target.Sandbox());
  }

  /**
   * A connection without a profile. If it leads to a database that profiles lead to as well, their
   * rules hold: a URL is no way around the guard of a production database.
   */
  private Choice address(ConnectionOptions options, Source source, String by) {
    ConnectionSettings settings = libpq.settings(options);
    Environment environment = Environment.DEVELOPMENT;
    boolean readOnly = false;
    RunLimits limits = RunLimits.NONE;
    String alike = "";
    Optional<ConnectionOptions> shadow = Optional.empty();
    for (ProfileDefinition definition : book.profiles().values()) {
      if (settings(definition).filter(other -> SameDatabase.test(settings, other)).isPresent()) {
        environment =
            environment.compareTo(definition.environment()) >= 0
                ? environment
                : definition.environment();
        readOnly |= definition.readOnly();
        limits = limits.or(definition.limits());
        shadow = shadow.or(definition::shadow);
        alike = ", the database of profile " + definition.name();
      }
    }
    Profile profile =
        new Profile(
            settings.display(), environment, readOnly, new Profile.Target.Server(settings), limits);
    return new Choice(
        profile,
        source,
        settings.display() + " (" + by + ")" + alike,
        passwordFile(options),
        shadow,
        List.of());
  }

  /** A profile whose service is not defined, say, leads nowhere until somebody uses it. */
  private Optional<ConnectionSettings> settings(ProfileDefinition definition) {
    try {
      return Optional.of(libpq.settings(definition.options()));
    } catch (ProfileException e) {
      return Optional.empty();
    }
  }

  private PasswordFile passwordFile(ConnectionOptions options) {
    return libpq
        .complete(options)
        .get(Keyword.PASSFILE)
        .map(file -> new PasswordFile(Path.of(file)))
        .orElseGet(() -> PasswordFile.of(user));
  }

  private ProfileException unknown(String name, String by) {
    List<String> names = new ArrayList<>(book.profiles().keySet());
    names.add(ProfileTables.SANDBOX);
    String hint =
        Nearest.to(name, names)
            .map(near -> "Did you mean " + near + "?")
            .orElse("There are: " + String.join(", ", names) + ".");
    return new ProfileException(
        "unknown-profile",
        "There is no profile “" + name + "”, which " + by + " names.",
        hint,
        Map.of("profile", name, "profiles", names));
  }
}
