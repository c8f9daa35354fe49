package dev.retort.profile.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.problem.Problem;
import dev.retort.profile.Environment;
import dev.retort.profile.Folders;
import dev.retort.profile.Profile;
import dev.retort.profile.ProfileException;
import dev.retort.profile.file.ProfileStore;
import dev.retort.profile.project.ProjectConfig;
import dev.retort.profile.project.ProjectLoader;
import dev.retort.profile.resolve.Choice.Source;
import dev.retort.testing.Users;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileResolverTest {
  @TempDir Path home;
  private ProjectConfig project;
  private ProfileStore store;

  @BeforeEach
  void createProfiles() throws IOException {
    Files.createDirectories(home.resolve("project/migrations"));
    Path file =
        Files.writeString(
            home.resolve("project/retort.toml"),
            """
            [profiles.staging]
            url = "postgresql://deploy@db.staging:5433/trading?sslmode=verify-full"
            [profiles.production]
            url = "postgresql://deploy@db.live/trading"
            [profiles.look]
            url = "postgresql://viewer@db.live/trading"
            environment = "development"
            read-only = true
            [profiles.broken]
            service = "nowhere"
            """);
    project = ProjectLoader.in(file);
    store = new ProfileStore(Folders.under(home));
  }

  @Test
  void theSandboxIsTheLastResort() {
    Choice choice = choose(Wish.none());
    assertEquals(Source.NOTHING_SAID, choice.source());
    assertEquals(new Profile.Target.Sandbox(), choice.profile().target());
    assertEquals("sandbox", choice.profile().name());
    assertTrue(choice.reason().startsWith("the sandbox, since"), choice.reason());
  }

  @Test
  void pgVariablesComeBeforeTheSandbox() {
    Choice choice = choose(Wish.none(), "PGHOST", "h", "PGUSER", "u");
    assertEquals(Source.PG_VARIABLES, choice.source());
    assertEquals("u@h:5432/u", choice.profile().name());
    assertEquals("u@h:5432/u (PGHOST)", choice.reason());
    assertEquals(Source.NOTHING_SAID, choose(Wish.none(), "PGUSER", "u").source());
  }

  @Test
  void retortProfileComesBeforePgVariables() {
    Choice choice = choose(Wish.none(), "RETORT_PROFILE", "staging", "PGHOST", "h");
    assertEquals(Source.RETORT_PROFILE, choice.source());
    assertEquals("deploy@db.staging:5433/trading", display(choice));
    assertEquals("profile staging (RETORT_PROFILE)", choice.reason());
    assertEquals(
        new Profile.Target.Sandbox(),
        choose(Wish.none(), "RETORT_PROFILE", "sandbox").profile().target());
  }

  @Test
  void optionsComeBeforeEverything() {
    String[] variables = {"RETORT_PROFILE", "staging", "PGHOST", "h"};
    assertEquals("production", choose(Wish.profile("production"), variables).profile().name());
    assertEquals("ada@x:5432/d", display(choose(Wish.url("postgresql://x/d"), variables)));
    ProfileException e =
        assertThrows(
            ProfileException.class,
            () -> choose(new Wish(Optional.of("postgresql://x/d"), Optional.of("staging"))));
    assertEquals("conflicting-options", e.code());
  }

  @Test
  void anUnknownProfileIsNamedWithItsNeighbour() {
    ProfileException e = assertThrows(ProfileException.class, () -> choose(Wish.profile("stagin")));
    assertEquals("unknown-profile", e.code());
    assertEquals("Did you mean staging?", e.hint());
  }

  @Test
  void aUrlIsNoWayAroundAProfilesRules() {
    Choice choice = choose(Wish.url("postgresql://somebody@DB.LIVE./trading"));
    assertEquals(Environment.PRODUCTION, choice.profile().environment());
    assertTrue(choice.profile().readOnly());
    Choice other = choose(Wish.url("postgresql://db.live/other"));
    assertEquals(Environment.DEVELOPMENT, other.profile().environment());
    assertFalse(other.profile().readOnly());
    Choice variables = choose(Wish.none(), "PGHOST", "db.live", "PGDATABASE", "trading");
    assertEquals(Environment.PRODUCTION, variables.profile().environment());
  }

  @Test
  void theUsersOwnProfileHidesTheProjectsAndSaysSo() throws IOException {
    Files.createDirectories(home.resolve("config"));
    Files.writeString(
        store.file(),
        "[profiles.staging]\nurl = \"postgresql://me@mine/d\"\n[profiles.own]\nhost=\"h\"\n");
    Choice choice = choose(Wish.profile("staging"));
    assertEquals("me@mine:5432/d", display(choice));
    assertEquals(List.of("profile-clash"), choice.warnings().stream().map(Problem::code).toList());
    assertEquals("ada@h:5432/ada", display(choose(Wish.profile("own"))));
  }

  @Test
  void allThatCanBeUsedIsListedWithTheSandboxLast() {
    assertEquals(
        List.of("staging", "production", "look", "sandbox"),
        resolver().all().stream().map(Profile::name).toList());
    assertEquals(
        "unknown-service",
        assertThrows(ProfileException.class, () -> choose(Wish.profile("broken"))).code());
  }

  @Test
  void thePasswordFileMayBeTheConnectionsOwn() {
    assertEquals(
        Path.of("/p"), choose(Wish.url("postgresql://x/d?passfile=/p")).passwordFile().file());
    assertEquals(
        home.resolve(".pgpass"), choose(Wish.url("postgresql://x/d")).passwordFile().file());
  }

  private Choice choose(Wish wish, String... variables) {
    return resolver(variables).choose(wish);
  }

  private ProfileResolver resolver(String... variables) {
    return new ProfileResolver(
        Users.ada(home, variables), ProfileBook.of(Optional.of(project), store));
  }

  private static String display(Choice choice) {
    return switch (choice.profile().target()) {
      case Profile.Target.Sandbox sandbox -> "sandbox";
      case Profile.Target.Server server -> server.settings().display();
    };
  }
}
