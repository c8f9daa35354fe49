package dev.retort.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.problem.RetortException.Kind;
import dev.retort.profile.Confirmation.CommandLine;
import dev.retort.profile.Confirmation.Typed;
import dev.retort.profile.ProductionGuard.Intent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductionGuardTest {
  private static final Intent INTENT = new Intent("trading", "sha256:1", List.of());
  private static final CommandLine BARE = new CommandLine(false, Optional.empty());

  @Test
  void developmentAndStagingNeedNoProof() {
    assertAllowed(profile(Environment.DEVELOPMENT), INTENT, BARE);
    assertAllowed(profile(Environment.STAGING), INTENT, new Typed(""));
  }

  @Test
  void productionWantsTheDatabasesName() {
    Profile production = profile(Environment.PRODUCTION);
    assertRefused("needs-confirmation", production, INTENT, new Typed(""));
    assertRefused("needs-confirmation", production, INTENT, new Typed("Trading"));
    assertAllowed(production, INTENT, new Typed("trading"));
  }

  @Test
  void productionOnTheCommandLineWantsYesAndTheDigest() {
    Profile production = profile(Environment.PRODUCTION);
    assertRefused("needs-confirmation", production, INTENT, BARE);
    assertRefused(
        "needs-confirmation", production, INTENT, new CommandLine(true, Optional.empty()));
    assertRefused(
        "needs-confirmation", production, INTENT, new CommandLine(false, Optional.of("sha256:1")));
    assertAllowed(production, INTENT, new CommandLine(true, Optional.of("sha256:1")));
  }

  @Test
  void anotherDigestIsRefusedOnEveryProfile() {
    for (Environment environment : Environment.values()) {
      assertRefused(
          "plan-changed",
          profile(environment),
          INTENT,
          new CommandLine(true, Optional.of("sha256:2")));
    }
  }

  @Test
  void anOpenDangerStopsProductionAlone() {
    Intent dangerous = new Intent("trading", "sha256:1", List.of("drops a table"));
    assertRefused(
        "unacknowledged-danger", profile(Environment.PRODUCTION), dangerous, new Typed("trading"));
    assertAllowed(profile(Environment.STAGING), dangerous, new Typed(""));
  }

  @Test
  void aReadOnlyProfileRunsNothing() {
    Profile readOnly =
        new Profile("p", Environment.DEVELOPMENT, true, new Profile.Target.Sandbox());
    Verdict verdict = ProductionGuard.check(readOnly, INTENT, new Typed("trading"));
    RefusedException refused = assertThrows(RefusedException.class, verdict::orThrow);
    assertEquals("read-only", refused.code());
    assertEquals(Kind.REFUSED, refused.kind());
  }

  @Test
  void aRefusalSaysWhatWouldMakeItGo() {
    Verdict verdict = ProductionGuard.check(profile(Environment.PRODUCTION), INTENT, BARE);
    RefusedException refused = assertThrows(RefusedException.class, verdict::orThrow);
    assertTrue(refused.hint().contains("--yes --digest sha256:1"), refused.hint());
    assertEquals("trading", refused.details().get("database"));
  }

  private static Profile profile(Environment environment) {
    return new Profile("p", environment, false, new Profile.Target.Sandbox());
  }

  private static void assertAllowed(Profile profile, Intent intent, Confirmation confirmation) {
    assertEquals(new Verdict.Allowed(), ProductionGuard.check(profile, intent, confirmation));
  }

  private static void assertRefused(
      String code, Profile profile, Intent intent, Confirmation confirmation) {
    Verdict verdict = ProductionGuard.check(profile, intent, confirmation);
    assertEquals(code, assertThrows(RefusedException.class, verdict::orThrow).code());
  }
}
