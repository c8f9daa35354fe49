package dev.retort.profile.file;

import dev.retort.profile.Environment;
import dev.retort.profile.ProfileException;
import dev.retort.profile.RunLimits;
import dev.retort.profile.url.ConnectionOptions;
import dev.retort.profile.url.ConnectionUrl;
import dev.retort.profile.url.Keyword;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the {@code [profiles.NAME]} tables of a file. */
public final class ProfileTables {
  /** The profile that is always there and that no file may define. */
  public static final String SANDBOX = "sandbox";

  private static final Map<String, Environment> ENVIRONMENTS =
      Map.of(
          "development", Environment.DEVELOPMENT,
          "staging", Environment.STAGING,
          "production", Environment.PRODUCTION);

  /** Settings that may stand instead of a URL, by their names here. */
  private static final Map<String, Keyword> SETTINGS = settings();

  /** Files that are looked for beside the file that names them. */
  private static final List<Keyword> PATHS =
      List.of(
          Keyword.SSLROOTCERT,
          Keyword.SSLCERT,
          Keyword.SSLKEY,
          Keyword.PASSFILE,
          Keyword.SERVICEFILE);

  /** Whether others may read the file as well. */
  public enum Sharing {
    /** Checked in with the project: a password in it is an error, and is not used. */
    PROJECT,
    /** The user's own: a password in it is used, with a warning. */
    OWN
  }

  private final Sharing sharing;

  /** For files of a sort. */
  public ProfileTables(Sharing sharing) {
    this.sharing = sharing;
  }

  /** All profiles of a file that are sound; what is wrong with the others is among the problems. */
  public List<ProfileDefinition> read(TomlTable top) {
    List<ProfileDefinition> profiles = new ArrayList<>();
    top.table("profiles")
        .ifPresent(
            all ->
                all.keys()
                    .forEach(
                        name ->
                            all.table(name)
                                .flatMap(t -> read(name, t, all))
                                .ifPresent(profiles::add)));
    return profiles;
  }

  private Optional<ProfileDefinition> read(String name, TomlTable table, TomlTable all) {
    if (name.equals(SANDBOX) || name.isBlank()) {
      all.error(
          "bad-profile",
          "A profile cannot be called “" + name + "”.",
          name.isBlank() ? "Give it a name." : "It is the embedded PostgreSQL's; choose another.",
          name);
      return Optional.empty();
    }
    Environment environment =
        table.choice("environment", ENVIRONMENTS).orElseGet(() -> environmentOf(name));
    boolean readOnly = table.flag("read-only").orElse(false);
    RunLimits limits = LimitSettings.read(table);
    Optional<ConnectionOptions> options = options(name, table);
    Optional<ConnectionOptions> shadow = shadow(name, table);
    table.end();
    return options.map(
        o ->
            new ProfileDefinition(
                name, environment, readOnly, o, limits, shadow, table.file(), table.line()));
  }

  /** Where a file does not say, a name that says so is believed rather than left unguarded. */
  public static Environment environmentOf(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "production", "prod", "live" -> Environment.PRODUCTION;
      case "staging", "stage" -> Environment.STAGING;
      default -> Environment.DEVELOPMENT;
    };
  }

  private Optional<ConnectionOptions> options(String name, TomlTable table) {
    ConnectionOptions separate = separate(table);
    Optional<String> url = table.text("url");
    if (url.isEmpty() && separate.equals(ConnectionOptions.NONE)) {
      if (!table.has("url")) {
        table.error(
            "bad-profile",
            "Profile " + name + " says nothing about where its database is.",
            "Add url = \"postgresql://user@host/database\".",
            "url");
      }
      return Optional.empty();
    }
    if (url.isPresent() && !separate.equals(ConnectionOptions.NONE)) {
      table.error(
          "bad-profile",
          "Profile " + name + " has a url and separate settings as well.",
          "Put everything into the url, or leave the url out.",
          "url");
      return Optional.empty();
    }
    try {
      ConnectionOptions options =
          url.isPresent() ? ConnectionUrl.parse(url.get()) : separate.checked();
      return Optional.of(
          withoutPassword(name, options, table, table.has("url") ? "url" : "password"));
    } catch (ProfileException e) {
      table.error("bad-profile", "Profile " + name + ": " + e.message(), e.hint(), "url");
      return Optional.empty();
    }
  }

  private Optional<ConnectionOptions> shadow(String name, TomlTable table) {
    try {
      return table
          .text("shadow")
          .map(ConnectionUrl::parse)
          .map(options -> withoutPassword(name, options, table, "shadow"));
    } catch (ProfileException e) {
      table.error("bad-profile", "Profile " + name + ": " + e.message(), e.hint(), "shadow");
      return Optional.empty();
    }
  }

  private ConnectionOptions withoutPassword(
      String name, ConnectionOptions options, TomlTable table, String key) {
    if (options.password().isEmpty()) {
      return options;
    }
    String hint = "Take it out, and keep it in the key ring, in .pgpass or in PGPASSWORD instead.";
    return switch (sharing) {
      case PROJECT -> {
        table.error(
            "password-in-project",
            "Profile " + name + " has its password in a file that is checked in.",
            hint,
            key);
        yield options.withoutPassword();
      }
      case OWN -> {
        table.warning(
            "password-in-file", "Profile " + name + " has its password in a file.", hint, key);
        yield options;
      }
    };
  }

  private static ConnectionOptions separate(TomlTable table) {
    ConnectionOptions options = ConnectionOptions.NONE;
    for (Map.Entry<String, Keyword> setting : SETTINGS.entrySet()) {
      Optional<String> value = table.textOrNumber(setting.getKey());
      if (value.isPresent()) {
        options = options.with(setting.getValue(), value(setting.getValue(), value.get(), table));
      }
    }
    return options;
  }

  private static String value(Keyword keyword, String value, TomlTable table) {
    boolean file = PATHS.contains(keyword) && !value.equals("system");
    return file ? table.file().toAbsolutePath().resolveSibling(value).toString() : value;
  }

  private static Map<String, Keyword> settings() {
    Map<String, Keyword> settings = new LinkedHashMap<>();
    settings.put("database", Keyword.DBNAME);
    for (Keyword keyword :
        List.of(
            Keyword.HOST,
            Keyword.HOSTADDR,
            Keyword.PORT,
            Keyword.USER,
            Keyword.PASSWORD,
            Keyword.PASSFILE,
            Keyword.SERVICE,
            Keyword.SERVICEFILE,
            Keyword.SSLMODE,
            Keyword.SSLNEGOTIATION,
            Keyword.SSLROOTCERT,
            Keyword.SSLCERT,
            Keyword.SSLKEY,
            Keyword.CHANNEL_BINDING,
            Keyword.REQUIRE_AUTH,
            Keyword.APPLICATION_NAME,
            Keyword.OPTIONS,
            Keyword.CONNECT_TIMEOUT,
            Keyword.TARGET_SESSION_ATTRS,
            Keyword.LOAD_BALANCE_HOSTS)) {
      settings.put(keyword.word().replace('_', '-'), keyword);
    }
    return settings;
  }
}
