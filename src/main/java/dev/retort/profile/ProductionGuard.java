package dev.retort.profile;

import dev.retort.profile.Verdict.Allowed;
import dev.retort.profile.Verdict.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a run may go ahead on a profile: rules 6 and 7 of the safety rules, as a function of
 * values alone. It knows no plan, only what the plan is called and what it was found to endanger.
 */
public final class ProductionGuard {
  private ProductionGuard() {}

  /**
   * A run about to begin.
   *
   * @param database the name of the database it is on
   * @param digest the plan's digest, as the user sees it
   * @param openDangers hazards of the highest severity that nobody has acknowledged, in words
   */
  public record Intent(String database, String digest, List<String> openDangers) {
    /** Copies the list. */
    public Intent {
      openDangers = List.copyOf(openDangers);
    }
  }

  /**
   * Decides. A digest that was given must be the plan's on every profile; the rest of the proof is
   * asked for on production alone.
   */
  public static Verdict check(Profile profile, Intent intent, Confirmation confirmation) {
    if (profile.readOnly()) {
      return readOnly(profile);
    }
    Optional<Verdict> otherPlan = digestGiven(confirmation).flatMap(d -> sameDigest(d, intent));
    if (otherPlan.isPresent()) {
      return otherPlan.get();
    }
    return switch (profile.environment()) {
      case DEVELOPMENT, STAGING -> new Allowed();
      case PRODUCTION -> production(profile, intent, confirmation);
    };
  }

  private static Verdict production(Profile profile, Intent intent, Confirmation confirmation) {
    if (!intent.openDangers().isEmpty()) {
      return new Refused(
          "unacknowledged-danger",
          "The plan has dangers that nobody has acknowledged: "
              + String.join("; ", intent.openDangers())
              + ".",
          "Read them, then acknowledge each one or change the revisions.",
          Map.of("profile", profile.name(), "dangers", intent.openDangers()));
    }
    return switch (confirmation) {
      case Confirmation.Typed typed -> typedName(profile, intent, typed);
      case Confirmation.CommandLine line -> commandLine(profile, intent, line);
    };
  }

  private static Verdict typedName(Profile profile, Intent intent, Confirmation.Typed typed) {
    if (typed.databaseName().equals(intent.database())) {
      return new Allowed();
    }
    String what =
        typed.databaseName().isEmpty()
            ? "Profile " + profile.name() + " is a production database."
            : "What was typed is not the name of the database of profile " + profile.name() + ".";
    return needsConfirmation(
        profile, intent, what, "Type the database's name, " + intent.database() + ", to run.");
  }

  private static Verdict commandLine(
      Profile profile, Intent intent, Confirmation.CommandLine line) {
    if (line.yes() && line.digest().isPresent()) {
      return new Allowed();
    }
    String missing =
        line.yes()
            ? "--digest is"
            : line.digest().isPresent() ? "--yes is" : "--yes and --digest are";
    return needsConfirmation(
        profile,
        intent,
        "Profile " + profile.name() + " is a production database, and " + missing + " missing.",
        "Read the plan, then run the same command with --yes --digest " + intent.digest() + ".");
  }

  private static Verdict needsConfirmation(
      Profile profile, Intent intent, String message, String hint) {
    return new Refused(
        "needs-confirmation",
        message,
        hint,
        Map.of(
            "profile",
            profile.name(),
            "database",
            intent.database(),
            "digest",
            intent.digest(),
            "environment",
            "production"));
  }

  private static Verdict readOnly(Profile profile) {
    return new Refused(
        "read-only",
        "Profile " + profile.name() + " is read-only, so nothing is run on it.",
        "Use another profile, or take read-only out of this one.",
        Map.of("profile", profile.name()));
  }

  private static Optional<String> digestGiven(Confirmation confirmation) {
    return switch (confirmation) {
      case Confirmation.Typed typed -> Optional.empty();
      case Confirmation.CommandLine line -> line.digest();
    };
  }

  private static Optional<Verdict> sameDigest(String given, Intent intent) {
    if (given.equals(intent.digest())) {
      return Optional.empty();
    }
    return Optional.of(
        new Refused(
            "plan-changed",
            "The plan is not the one that was reviewed: its digest is "
                + intent.digest()
                + ", not "
                + given
                + ".",
            "Look at the plan again, and give its digest.",
            Map.of("digest", intent.digest(), "reviewed_digest", given)));
  }
}
