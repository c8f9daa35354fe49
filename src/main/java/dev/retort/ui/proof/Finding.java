package dev.retort.ui.proof;

import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.WayBack;
import dev.retort.shadow.RoundTrip;
import dev.retort.shadow.rows.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the way back of one revision, in words.
 *
 * @param words the verdict, as a sentence that begins with the revision
 * @param more what there is to say beyond it, a sentence each
 * @param trip what it is taken from; absent where nothing was tried
 */
record Finding(
    RevisionId revision, Sort sort, String words, List<String> more, Optional<RoundTrip> trip) {

  /** How good it is. */
  enum Sort {
    /** The same schema again, and all rows. */
    PROVED,
    /** It leads back, but not with everything. */
    LOSES,
    /** It does not lead back. */
    FAILED,
    /** There is none. */
    NONE,
    /** Nobody has tried. */
    UNTRIED
  }

  /** Copies the list. */
  Finding {
    more = List.copyOf(more);
  }

  /** What is known of a revision. */
  static Finding of(Revision revision, Map<RevisionId, RoundTrip> known) {
    RevisionId id = revision.id();
    RoundTrip trip = known.get(id);
    if (trip != null) {
      return of(trip);
    }
    return switch (revision.wayBack()) {
      case WayBack.Irreversible(String reason) ->
          new Finding(
              id,
              Sort.NONE,
              id + " has no way back, on purpose" + end(reason),
              List.of(),
              Optional.empty());
      case WayBack.Missing missing ->
          new Finding(
              id, Sort.NONE, id + " has no way back in its file.", List.of(), Optional.empty());
      case WayBack.Downgrade downgrade ->
          new Finding(id, Sort.UNTRIED, id + " was not tried yet.", List.of(), Optional.empty());
    };
  }

  private static String end(String reason) {
    return reason.isBlank() ? "." : ": " + reason;
  }

  /** What a round trip showed. */
  static Finding of(RoundTrip trip) {
    List<String> more = new ArrayList<>();
    trip.rows()
        .ifPresent(
            rows -> {
              rows.losses().stream().map(Loss::display).forEach(more::add);
              rows.failure()
                  .ifPresent(f -> more.add("With rows in the tables it fails: " + f.message()));
            });
    String id = trip.revision().value();
    boolean lossy = !more.isEmpty();
    String reason = trip.reason().orElse("");
    String failure = trip.failure().map(RoundTrip.Failure::message).orElse(reason);
    return switch (trip.verdict()) {
      case EXACT ->
          lossy
              ? finding(trip, Sort.LOSES, id + " loses data on the way back.", more)
              : finding(trip, Sort.PROVED, id + " leads back exactly.", more);
      case COLUMN_ORDER -> {
        if (lossy) {
          more.add("Columns stand in another order afterwards.");
        }
        yield lossy
            ? finding(trip, Sort.LOSES, id + " loses data on the way back.", more)
            : finding(trip, Sort.PROVED, id + " leads back, but for the order of columns.", more);
      }
      case NONE ->
          finding(trip, Sort.NONE, id + " has no way back, on purpose" + end(reason), more);
      case MISSING -> finding(trip, Sort.NONE, id + " has no way back in its file.", more);
      case DIFFERS ->
          finding(trip, Sort.FAILED, id + " does not lead back: " + objects(trip) + ".", more);
      case DOWN_FAILS -> finding(trip, Sort.FAILED, id + " cannot be undone: " + failure, more);
      case UP_AGAIN_FAILS ->
          finding(
              trip, Sort.FAILED, id + " does not run again once it was undone: " + failure, more);
      case UP_FAILS -> finding(trip, Sort.FAILED, id + " does not run: " + failure, more);
      case NOT_REACHED -> finding(trip, Sort.UNTRIED, id + " could not be tried: " + failure, more);
    };
  }

  private static Finding finding(RoundTrip trip, Sort sort, String words, List<String> more) {
    return new Finding(trip.revision(), sort, words, more, Optional.of(trip));
  }

  private static String objects(RoundTrip trip) {
    if (trip.back().isEmpty()) {
      return count(trip.again().size()) + " other after going up again";
    }
    return count(trip.back().size()) + " not as before";
  }

  private static String count(int objects) {
    return objects == 1 ? "an object is" : objects + " objects are";
  }

  /** Whether there is a difference to be looked at. */
  boolean hasDifference() {
    return trip.filter(one -> !one.back().isEmpty() || !one.again().isEmpty()).isPresent();
  }
}
