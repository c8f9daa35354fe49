package dev.retort.profile.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.problem.Problem;
import dev.retort.problem.Problem.Severity;
import dev.retort.profile.Environment;
import dev.retort.profile.file.ProfileTables.Sharing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfileTablesTest {
  private static final Path FILE = Path.of("/project/retort.toml");

  private final List<Problem> problems = new ArrayList<>();

  @Test
  void aProfileHasAUrlAnEnvironmentAndMayBeReadOnly() {
    ProfileDefinition profile =
        read(
                Sharing.PROJECT,
                """

                [profiles.look]
                url = "postgresql://u@h/d"
                environment = "production"
                read-only = true
                """)
            .getFirst();
    assertEquals("look", profile.name());
    assertEquals(Environment.PRODUCTION, profile.environment());
    assertTrue(profile.readOnly());
    assertEquals("postgresql://u@h/d", profile.options().toUrl());
    assertEquals(2, profile.line());
    assertEquals(List.of(), problems);
  }

  @Test
  void aProfileMayLimitItsRuns() {
    ProfileDefinition profile =
        read(
                Sharing.PROJECT,
                """
                [profiles.busy]
                url = "postgresql://u@h/d"
                lock-timeout = "500ms"
                lock-retries = 20
                """)
            .getFirst();
    assertEquals(List.of(), problems);
    assertEquals(Optional.of(Duration.ofMillis(500)), profile.limits().lockTimeout());
    assertEquals(Optional.of(20), profile.limits().lockRetries());
    assertEquals(Optional.empty(), profile.limits().statementTimeout());
  }

  @Test
  void separateSettingsDoInsteadOfAUrl() {
    ProfileDefinition profile =
        read(
                Sharing.PROJECT,
                """
                [profiles.p]
                host = "h"
                port = 5433
                database = "d"
                user = "u"
                sslmode = "verify-full"
                sslrootcert = "ca.pem"
                connect-timeout = 3
                """)
            .getFirst();
    assertEquals(List.of(), problems);
    assertEquals(
        "postgresql://u@h:5433/d?sslmode=verify-full&sslrootcert=%2Fproject%2Fca.pem"
            + "&connect_timeout=3",
        profile.options().toUrl());
  }

  @Test
  void aNameThatSaysProductionIsBelieved() {
    List<ProfileDefinition> profiles =
        read(
            Sharing.PROJECT,
            """
            [profiles.Prod]
            host = "h"
            [profiles.staging]
            host = "h"
            [profiles.x]
            host = "h"
            """);
    assertEquals(
        List.of(Environment.PRODUCTION, Environment.STAGING, Environment.DEVELOPMENT),
        profiles.stream().map(ProfileDefinition::environment).toList());
  }

  @Test
  void aPasswordInTheProjectIsAnErrorAndIsNotUsed() {
    ProfileDefinition profile =
        read(Sharing.PROJECT, "[profiles.p]\nurl = \"postgresql://u:s3cret@h/d\"\n").getFirst();
    assertTrue(profile.options().password().isEmpty());
    assertEquals("password-in-project", problems.getFirst().code());
    assertEquals(2, problems.getFirst().line());
    assertEquals(Severity.ERROR, problems.getFirst().severity());
    assertFalse(problems.toString().contains("s3cret"));
  }

  @Test
  void aPasswordInTheUsersOwnFileIsUsedWithAWarning() {
    ProfileDefinition profile =
        read(Sharing.OWN, "[profiles.p]\nhost = \"h\"\npassword = \"s3cret\"\n").getFirst();
    assertTrue(profile.options().password().isPresent());
    assertEquals(Severity.WARNING, problems.getFirst().severity());
    assertFalse(problems.toString().contains("s3cret"));
  }

  @Test
  void everyBadProfileIsReportedAndTheSoundOnesStay() {
    List<ProfileDefinition> profiles =
        read(
            Sharing.PROJECT,
            """
            [profiles.sandbox]
            url = "postgresql://h/d"
            [profiles.nowhere]
            environment = "staging"
            [profiles.both]
            url = "postgresql://h/d"
            host = "h"
            [profiles.bad-url]
            url = "mysql://h/d"
            [profiles.bad-environment]
            url = "postgresql://h/d"
            environment = "prod"
            [profiles.unknown-key]
            url = "postgresql://h/d"
            colour = "red"
            [profiles.sound]
            url = "postgresql://h/d"
            """);
    assertEquals(List.of(1, 3, 6, 9, 12, 15), problems.stream().map(Problem::line).toList());
    assertEquals(
        List.of("bad-environment", "unknown-key", "sound"),
        profiles.stream().map(ProfileDefinition::name).toList());
  }

  private List<ProfileDefinition> read(Sharing sharing, String text) {
    return new ProfileTables(sharing).read(TomlFile.parse(FILE, text, problems).top());
  }
}
