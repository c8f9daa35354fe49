package dev.retort.ui.graph;

import dev.retort.engine.git.FileInGit;
import dev.retort.graph.RevisionGraph;
import dev.retort.plan.Direction;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.WayBack;
import dev.retort.shadow.RoundTrip;
import dev.retort.ui.graph.picture.GhostRow;
import dev.retort.ui.graph.picture.GraphRow;
import dev.retort.ui.graph.picture.NodeState;
import dev.retort.ui.graph.picture.RevisionRow;
import dev.retort.ui.graph.picture.RunRow;
import dev.retort.ui.session.GitFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All there is to say of a row, line by line: what hovering shows. */
final class RowWords {
  private RowWords() {}

  static String of(
      GraphRow row,
      Optional<RevisionGraph> graph,
      Optional<Direction> path,
      Optional<RoundTrip> trip,
      Optional<FileInGit.State> git) {
    List<String> lines =
        switch (row) {
          case RevisionRow revision -> of(revision, graph.flatMap(one -> one.find(row.id())));
          case GhostRow ghost ->
              List.of(
                  ghost.id().value(),
                  "The database is at this revision, and no file has it.",
                  ghost.placement());
          case RunRow run ->
              List.of(run.message(), run.state().word(), "Press Enter or click twice to show them");
        };
    List<String> all = new ArrayList<>(lines);
    if (row instanceof RevisionRow) {
      trip.map(RowWords::roundTrip).ifPresent(all::add);
    }
    row.databases().forEach(mark -> all.add(mark.profile() + " is here"));
    git.ifPresent(state -> all.add("its file is " + git(state)));
    path.ifPresent(
        direction ->
            all.add(
                direction == Direction.UPGRADE
                    ? "Would be run for this target"
                    : "Would be undone for this target"));
    return String.join("\n", all);
  }

  private static List<String> of(RevisionRow row, Optional<Revision> known) {
    List<String> lines = new ArrayList<>();
    lines.add(row.id().value());
    lines.add(row.message());
    known.ifPresent(
        revision -> {
          lines.add(
              revision.downRevisions().isEmpty()
                  ? "revises nothing: a base"
                  : "revises " + ids(revision.downRevisions()));
          if (!revision.dependsOn().isEmpty()) {
            lines.add("depends on " + String.join(", ", revision.dependsOn()));
          }
        });
    if (!row.labels().isEmpty()) {
      lines.add("branch " + String.join(", ", row.labels()));
    }
    known.flatMap(Revision::createDate).ifPresent(lines::add);
    if (row.state() != NodeState.UNKNOWN) {
      lines.add(row.state().word() + (row.head() ? ", head" : ""));
    }
    if (row.autocommit()) {
      lines.add("runs outside a transaction, statement by statement");
    }
    known.map(Revision::wayBack).map(RowWords::wayBack).ifPresent(lines::add);
    return lines;
  }

  private static String wayBack(WayBack wayBack) {
    return switch (wayBack) {
      case WayBack.Downgrade downgrade -> "can be downgraded";
      case WayBack.Irreversible(String reason) ->
          "no downgrade, on purpose" + (reason.isEmpty() ? "" : ": " + reason);
      case WayBack.Missing missing -> "no downgrade in its file";
    };
  }

  /** What trying the way back has shown. */
  static String roundTrip(RoundTrip trip) {
    boolean loses = trip.rows().filter(rows -> !rows.losses().isEmpty()).isPresent();
    return switch (trip.verdict()) {
      case EXACT, COLUMN_ORDER ->
          loses
              ? "way back tried: the schema is the same again, but data is lost"
              : trip.verdict() == RoundTrip.Verdict.EXACT
                  ? "way back proved: up, down, up gave the same schema"
                  : "way back proved, but for the order of columns";
      case NONE, MISSING -> "no way back to be proved";
      case DIFFERS -> "way back tried: it leaves another schema";
      case DOWN_FAILS -> "way back tried: the downgrade fails";
      case UP_AGAIN_FAILS -> "way back tried: the upgrade fails after the downgrade";
      case UP_FAILS -> "tried on a shadow: the upgrade fails";
      case NOT_REACHED -> "way back not tried: an earlier revision does not run";
    };
  }

  /** How a file stands to the last commit. */
  static String git(FileInGit.State state) {
    return GitFacts.state(state);
  }

  private static String ids(Collection<RevisionId> ids) {
    return ids.stream().map(RevisionId::value).collect(Collectors.joining(", "));
  }
}
