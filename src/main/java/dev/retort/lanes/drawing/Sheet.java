package dev.retort.lanes.drawing;

import dev.retort.graph.RevisionGraph;
import dev.retort.lanes.LaneLayout;
import dev.retort.lanes.LaneNode;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What is drawn where, the same in every picture: one row a revision, newest on top; lanes, id,
 * message with what it is tagged with, date, state.
 */
final class Sheet {
  /** The height of a row. */
  static final int ROW = 28;

  /** What is around all of it. */
  static final int MARGIN = 16;

  private static final int PITCH = 18;
  private static final int GAP = 16;
  private static final double MONO = 7.9;
  private static final double PROPORTIONAL = 7.3;
  private static final int DATE = 90;
  private static final int STATE = 64;
  private static final int LONGEST_LINE = 120;

  /** By column, and then from the first again; can be told apart with any colour vision. */
  private static final List<String> LANES =
      List.of("#0072b2", "#d55e00", "#aa4499", "#332288", "#009e73", "#7a6a00");

  /** One row in words. */
  record Row(TextRow.Entry entry, String message, String date) {}

  private final LaneLayout layout;
  private final List<Row> rows = new ArrayList<>();
  private int longestId;
  private int longestLine;
  private boolean known;

  Sheet(RevisionGraph graph, Function<RevisionId, RevisionState> states) {
    this.layout = LaneLayout.of(graph);
    Entries entries = new Entries(graph);
    for (LaneNode node : layout.nodes()) {
      TextRow.Entry entry = entries.of(node.id(), states.apply(node.id()));
      String date = graph.find(node.id()).flatMap(one -> one.createDate()).orElse("");
      Row row =
          new Row(entry, cut(entry.message()), date.substring(0, Math.min(10, date.length())));
      rows.add(row);
      longestId = Math.max(longestId, entry.id().value().length());
      longestLine = Math.max(longestLine, row.message().length() + entry.tags().length() + 4);
      known |= entry.state() != RevisionState.UNKNOWN;
    }
  }

  private static String cut(String message) {
    return message.length() <= LONGEST_LINE ? message : message.substring(0, LONGEST_LINE) + "…";
  }

  LaneLayout layout() {
    return layout;
  }

  Row row(int at) {
    return rows.get(at);
  }

  int rows() {
    return rows.size();
  }

  /** Whether states are known, and so have a column. */
  boolean known() {
    return known;
  }

  int width() {
    return dateX() + DATE + (known ? STATE : 0) + MARGIN;
  }

  int height() {
    return 2 * MARGIN + rows.size() * ROW;
  }

  /** The middle of a column. */
  int x(int column) {
    return MARGIN + PITCH / 2 + column * PITCH;
  }

  /** The middle of a row. */
  int y(int row) {
    return MARGIN + ROW / 2 + row * ROW;
  }

  int idX() {
    return MARGIN + Math.max(1, layout.columns()) * PITCH + GAP;
  }

  int messageX() {
    return idX() + (int) Math.ceil(longestId * MONO) + GAP;
  }

  int dateX() {
    return messageX() + (int) Math.ceil(longestLine * PROPORTIONAL) + GAP;
  }

  /** The right end of the states. */
  int stateEnd() {
    return width() - MARGIN;
  }

  /** The colour of a column. */
  static String colour(int column) {
    return LANES.get(column % LANES.size());
  }
}
