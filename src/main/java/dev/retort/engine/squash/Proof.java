package dev.retort.engine.squash;

import dev.retort.engine.Project;
import dev.retort.engine.Shadows;
import dev.retort.execute.Cancellation;
import dev.retort.problem.RetortException;
import dev.retort.revision.Revision;
import dev.retort.revision.Script;
import dev.retort.revision.WayBack;
import dev.retort.schema.Snapshot;
import dev.retort.schema.ddl.CanonicalDdl;
import dev.retort.shadow.ObjectChange;
import dev.retort.shadow.OnShadow;
import dev.retort.shadow.RoundTrip;
import dev.retort.shadow.Shadow;
import dev.retort.shadow.ShadowException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Proves that one revision leads to the schema that several lead to, and back. */
final class Proof {
  private static final String ONE_WAY =
      "If it is to have no way back, say why: --one-way 'reason'.";

  private final Range range;
  private final Revision one;
  private final Shadows shadows;
  private final Cancellation cancellation;

  Proof(Range range, Revision one, Shadows shadows, Cancellation cancellation) {
    this.range = range;
    this.one = one;
    this.shadows = shadows;
    this.cancellation = cancellation;
  }

  /**
   * The proof.
   *
   * @param imagined the project with the one
   * @param meant the schema that the several lead to
   * @throws SquashException if it fails
   */
  Squashed of(Project imagined, Snapshot meant, List<String> remarks) {
    Shadows there = shadows.imagining(imagined);
    Snapshot reached = reached(there);
    List<ObjectChange> left = Shadows.changes(meant, reached);
    if (!left.isEmpty()) {
      throw notProved("It leads to another schema", left, "Squash fewer revisions.");
    }
    there.verify(Set.of(one.id()), trip -> {}, cancellation).forEach(trip -> check(trip, remarks));
    return new Squashed(
        range.revisions(),
        one,
        CanonicalDdl.of(reached).fingerprint(),
        there.majorVersion(),
        remarks);
  }

  private Snapshot reached(Shadows there) {
    try {
      return there.at(List.of(one.id()), cancellation);
    } catch (ShadowException e) {
      Shadow.requireOutcome(e);
      throw notProved(
          "Its upgrade does not run"
              + whose(e).map(id -> ", at a statement of " + id).orElse("")
              + ": "
              + e.details().getOrDefault("server_message", OnShadow.words(e)),
          List.of(),
          "Squash what is below that revision and what is above it by themselves.");
    }
  }

  /** Which of the several a statement is from. */
  private Optional<String> whose(RetortException e) {
    String sql = String.valueOf(e.details().get("sql"));
    return range.revisions().stream()
        .filter(
            revision ->
                revision.upgrade().sql().contains(sql)
                    || revision.verify().map(Script::sql).orElse("").contains(sql))
        .map(revision -> revision.id().value())
        .findFirst();
  }

  private void check(RoundTrip trip, List<String> remarks) {
    switch (trip.verdict()) {
      case EXACT -> {}
      case NONE, MISSING -> {
        if (one.wayBack() instanceof WayBack.Irreversible(String reason)) {
          remarks.add("There is no way back from it: " + reason + ".");
        }
      }
      case COLUMN_ORDER ->
          remarks.add("Its way back leads to the same schema, but for the order of columns.");
      case DIFFERS -> {
        Set<ObjectChange> left = new LinkedHashSet<>(trip.back());
        left.addAll(trip.again());
        throw notProved("Its way back does not lead back", new ArrayList<>(left), ONE_WAY);
      }
      case UP_AGAIN_FAILS ->
          throw notProved(
              "After its way back it does not run again. " + why(trip) + " Not as it was before",
              trip.back(),
              ONE_WAY);
      case DOWN_FAILS, UP_FAILS, NOT_REACHED ->
          throw notProved("Its way back does not run: " + why(trip), List.of(), ONE_WAY);
    }
    trip.rows()
        .flatMap(RoundTrip.Rows::failure)
        .ifPresent(failure -> remarks.add("With sample rows: " + failure.message()));
  }

  private static String why(RoundTrip trip) {
    return trip.failure()
        .map(RoundTrip.Failure::message)
        .or(trip::reason)
        .orElse(trip.verdict().word());
  }

  private SquashException notProved(String what, List<ObjectChange> left, String hint) {
    List<String> objects = left.stream().map(ObjectChange::display).toList();
    return SquashException.refused(
        "squash-not-proved",
        "The one revision of "
            + Range.join(range.ids())
            + " failed its proof on a shadow, so nothing was changed. "
            + what
            + (objects.isEmpty() ? "" : ": " + String.join(", ", objects) + "."),
        hint,
        Map.of("objects", objects));
  }
}
