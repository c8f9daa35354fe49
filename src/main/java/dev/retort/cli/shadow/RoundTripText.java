package dev.retort.cli.shadow;

import dev.retort.cli.schema.ChangeText;
import dev.retort.cli.term.Ink;
import dev.retort.cli.term.Output;
import dev.retort.graph.RevisionGraph;
import dev.retort.revision.Revision;
import dev.retort.shadow.RoundTrip;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Round trips for people and for JSON. */
final class RoundTripText {
  private static final int VERDICT_WIDTH = 14;

  private final Output output;
  private final RevisionGraph graph;
  private final int idWidth;

  RoundTripText(Output output, RevisionGraph graph) {
    this.output = output;
    this.graph = graph;
    this.idWidth =
        graph.revisions().stream().mapToInt(r -> r.id().value().length()).max().orElse(0);
  }

  void print(RoundTrip trip) {
    String message = graph.find(trip.revision()).map(Revision::message).orElse("");
    String id = trip.revision().value();
    output.line(
        id
            + " ".repeat(idWidth - id.length() + 2)
            + output.style().padded(ink(trip), trip.verdict().word(), VERDICT_WIDTH)
            + "  "
            + message);
    String indent = " ".repeat(idWidth + 2);
    trip.failure().ifPresent(failure -> output.line(indent + output.paths().in(failure.message())));
    if (trip.verdict() != RoundTrip.Verdict.EXACT || output.verbose()) {
      trip.reason().ifPresent(reason -> output.line(indent + output.paths().in(reason)));
    }
    changes(indent, "After the way back:", trip.back());
    changes(indent, "After the way up again:", trip.again());
    trip.rows().ifPresent(rows -> print(indent, rows));
  }

  private void changes(
      String indent, String heading, List<dev.retort.shadow.ObjectChange> changes) {
    if (!changes.isEmpty()) {
      output.line(indent + heading);
      new ChangeText(output).print(indent + "  ", changes);
    }
  }

  private void print(String indent, RoundTrip.Rows rows) {
    rows.losses().forEach(loss -> output.line(indent + loss.display()));
    rows.failure()
        .ifPresent(
            failure ->
                output.line(indent + "With sample rows: " + output.paths().in(failure.message())));
    if (output.verbose()) {
      rows.skipped()
          .forEach(
              skipped ->
                  output.line(
                      indent + skipped.table() + " has no sample rows: " + skipped.reason()));
    }
  }

  private static Ink ink(RoundTrip trip) {
    return switch (trip.verdict()) {
      case EXACT -> Ink.GOOD;
      case COLUMN_ORDER, NONE, MISSING -> Ink.WARNING;
      case DIFFERS, DOWN_FAILS, UP_AGAIN_FAILS, UP_FAILS, NOT_REACHED -> Ink.BAD;
    };
  }

  static Map<String, Object> map(RoundTrip trip) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("revision", trip.revision().value());
    map.put("verdict", trip.verdict().word());
    map.put("ok", !trip.verdict().bad());
    trip.reason().ifPresent(reason -> map.put("reason", reason));
    trip.failure().ifPresent(failure -> map.put("failure", map(failure)));
    map.put("after_way_back", ChangeText.maps(trip.back()));
    map.put("after_way_up_again", ChangeText.maps(trip.again()));
    trip.rows().ifPresent(rows -> map.put("rows", map(rows)));
    map.put("milliseconds", trip.millis());
    return map;
  }

  private static Map<String, Object> map(RoundTrip.Failure failure) {
    return Map.of("code", failure.code(), "message", failure.message());
  }

  private static Map<String, Object> map(RoundTrip.Rows rows) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(
        "losses",
        rows.losses().stream()
            .map(
                loss -> {
                  Map<String, Object> one = new LinkedHashMap<>();
                  one.put("kind", loss.kind().name().toLowerCase(java.util.Locale.ROOT));
                  one.put("table", loss.table());
                  one.put("column", loss.column());
                  one.put("count", loss.count());
                  one.put("of", loss.of());
                  return one;
                })
            .toList());
    map.put(
        "skipped",
        rows.skipped().stream()
            .map(skipped -> Map.of("table", skipped.table(), "reason", skipped.reason()))
            .toList());
    rows.failure().ifPresent(failure -> map.put("failure", map(failure)));
    return map;
  }
}
