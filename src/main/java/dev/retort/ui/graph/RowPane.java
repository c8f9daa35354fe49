package dev.retort.ui.graph;

import dev.retort.engine.git.FileInGit;
import dev.retort.plan.Direction;
import dev.retort.profile.Environment;
import dev.retort.shadow.RoundTrip;
import dev.retort.ui.graph.paint.Ink;
import dev.retort.ui.graph.paint.LanePainter;
import dev.retort.ui.graph.picture.DatabaseMark;
import dev.retort.ui.graph.picture.GhostRow;
import dev.retort.ui.graph.picture.GraphRow;
import dev.retort.ui.graph.picture.NodeState;
import dev.retort.ui.graph.picture.RevisionRow;
import dev.retort.ui.graph.picture.RunRow;
import dev.retort.ui.widget.Nodes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The content of one row, laid out by hand: lanes, id, message, chips, date, state. Nodes are made
 * once and used again for every row that scrolls by. Where room is short, chips go first that fit
 * least, then the date; the message keeps half of what there is.
 */
final class RowPane extends Pane {
  private static final int MOST_LABELS = 3;
  private static final double GAP = 8;
  private static final double LONGEST_CHIP = 120;
  private static final double SHORTEST_MARK = 48;

  /** From this width on, a long id takes nothing from the message. */
  private static final double WIDE = 600;

  private final GraphLook look;
  private final Canvas lanes = new Canvas();
  private final Label id = Nodes.label("", "graph-id");
  private final Label message = Nodes.label("", "graph-message");
  private final List<Label> marks = List.of(mark(), mark());
  private final Label head = Nodes.chip("head", "outline");
  private final Label base = Nodes.chip("base", "outline");
  private final List<Label> labels = new ArrayList<>();
  private final FontIcon noWayBack = badge(Feather.SLASH, "graph-no-way-back");
  private final FontIcon autocommit = badge(Feather.ZAP, "graph-autocommit");
  private final FontIcon notCommitted = badge(Feather.EDIT_2, "graph-not-committed");
  private final FontIcon edited = badge(Feather.EDIT_3, "graph-edited");
  private final ProofBadge proof = new ProofBadge();
  private final Label date = Nodes.label("", "graph-date");
  private final Label state = Nodes.label("", "graph-state");
  private final Label otherState = Nodes.label("", "graph-state");
  private final FontIcon arrow = badge(Feather.ARROW_UP, "graph-arrow");
  private final List<Node> extras = new ArrayList<>();
  private final Label more = Nodes.chip("", "branch");
  private final RowPlaces places;
  private int allLabels;

  RowPane(GraphLook look) {
    this.look = look;
    this.places = new RowPlaces(look);
    getStyleClass().add("graph-row");
    // What tells long ids apart is often at their end.
    id.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    for (int i = 0; i < MOST_LABELS; i++) {
      labels.add(Nodes.chip("", "branch"));
    }
    getChildren().addAll(lanes, id, message);
    getChildren().addAll(marks);
    getChildren().addAll(head, base);
    getChildren().addAll(labels);
    getChildren()
        .addAll(
            more,
            noWayBack,
            autocommit,
            edited,
            notCommitted,
            proof,
            date,
            arrow,
            state,
            otherState);
  }

  private static Label mark() {
    Label mark = Nodes.chip("", "environment");
    mark.setMinWidth(0);
    FontIcon icon = new FontIcon(Feather.DATABASE);
    icon.getStyleClass().add("mark-icon");
    mark.setGraphic(icon);
    return mark;
  }

  private static FontIcon badge(Feather icon, String style) {
    FontIcon badge = new FontIcon(icon);
    badge.getStyleClass().addAll("graph-badge", style);
    return badge;
  }

  /** Shows a row; the lanes are painted apart. */
  void show(
      GraphRow row,
      Optional<Direction> path,
      Optional<RoundTrip> trip,
      Optional<FileInGit.State> git) {
    extras.clear();
    id.setText(row instanceof RunRow ? "" : row.id().value());
    message.setText(row.message());
    showMarks(row.databases());
    RevisionRow revision = row instanceof RevisionRow one ? one : null;
    use(head, revision != null && revision.head());
    use(base, revision != null && revision.base());
    showLabels(revision == null ? List.of() : revision.labels());
    use(edited, revision != null && look.edited(row.id()));
    use(autocommit, revision != null && revision.autocommit());
    use(noWayBack, revision != null && revision.noWayBack());
    use(proof, revision != null && trip.filter(proof::show).isPresent());
    showGit(git);
    date.setText(revision == null ? "" : revision.date());
    show(state, word(row, row.state()), row.state());
    NodeState there = row.otherState().orElse(NodeState.UNKNOWN);
    show(otherState, word(row, there), there);
    otherState.setVisible(look.comparing());
    showPath(path);
    setKind(row);
    requestLayout();
  }

  private static String word(GraphRow row, NodeState state) {
    return state == NodeState.UNKNOWN ? (row instanceof GhostRow ? "" : "–") : state.word();
  }

  /** A pencil for a file that was changed, a plus for one that Git does not have yet. */
  private void showGit(Optional<FileInGit.State> git) {
    use(notCommitted, git.isPresent());
    git.ifPresent(
        state ->
            notCommitted.setIconCode(
                state == FileInGit.State.MODIFIED ? Feather.EDIT_2 : Feather.FILE_PLUS));
  }

  private void showMarks(List<DatabaseMark> databases) {
    for (int i = 0; i < marks.size(); i++) {
      Label mark = marks.get(i);
      use(mark, i < databases.size());
      if (i < databases.size()) {
        mark.setText(shortly(databases.get(i).profile()));
        setEnvironment(mark, databases.get(i).environment());
      }
    }
  }

  /** A database without a profile is called by its address, which ends in its name. */
  private static String shortly(String profile) {
    return profile.contains("@") ? profile.substring(profile.lastIndexOf('/') + 1) : profile;
  }

  private static void setEnvironment(Label mark, Environment environment) {
    String style = "environment-" + environment.name().toLowerCase(Locale.ROOT);
    if (!mark.getStyleClass().contains(style)) {
      mark.getStyleClass().removeIf(one -> one.startsWith("environment-"));
      mark.getStyleClass().add(style);
    }
  }

  private void showLabels(List<String> names) {
    allLabels = names.size();
    for (int i = 0; i < labels.size(); i++) {
      use(labels.get(i), i < names.size());
      if (i < names.size()) {
        labels.get(i).setText(names.get(i));
      }
    }
  }

  private void show(Label label, String word, NodeState what) {
    label.setText(word);
    String style =
        switch (what) {
          case PENDING -> "accent-text";
          case CURRENT -> "success-text";
          case MISSING -> "danger-text";
          case APPLIED, UNKNOWN, UNCERTAIN -> "muted";
        };
    if (!label.getStyleClass().getLast().equals(style)) {
      label.getStyleClass().setAll("label", "graph-state", style);
    }
  }

  private void showPath(Optional<Direction> path) {
    arrow.setVisible(path.isPresent());
    path.ifPresent(
        direction ->
            arrow.setIconCode(
                direction == Direction.UPGRADE ? Feather.ARROW_UP : Feather.ARROW_DOWN));
  }

  private void setKind(GraphRow row) {
    String style =
        switch (row) {
          case GhostRow ghost -> "graph-ghost";
          case RunRow run -> "graph-run";
          case RevisionRow revision -> "graph-revision";
        };
    if (!getStyleClass().getLast().equals(style)) {
      getStyleClass().setAll("graph-row", style);
    }
  }

  private void use(Node extra, boolean wanted) {
    if (wanted) {
      extras.add(extra);
    } else {
      extra.setVisible(false);
    }
  }

  /** Paints the lanes. */
  void paint(Ink ink, int row, boolean selected, boolean hovered) {
    double width = look.geometry().widthProperty().get();
    if (lanes.getWidth() != width || lanes.getHeight() != ink.height()) {
      lanes.setWidth(width);
      lanes.setHeight(ink.height());
      requestLayout();
    }
    LanePainter.paint(
        lanes.getGraphicsContext2D(), ink, row, width, ink.palette().background(selected, hovered));
  }

  @Override
  protected double computePrefHeight(double width) {
    return look.geometry().rowHeight();
  }

  @Override
  protected void layoutChildren() {
    double zoom = look.geometry().zoomProperty().get();
    double height = getHeight();
    lanes.relocate(0, 0);
    double left = look.geometry().widthProperty().get() + GAP;
    boolean wide = getWidth() - left > WIDE * zoom;
    double idWidth = Math.ceil(look.idLength(wide) * 7.4 * zoom) + 2;
    boolean hasId = !id.getText().isEmpty();
    id.setVisible(hasId);
    places.place(id, left, idWidth, height);
    left += idWidth + 1.5 * GAP;
    double right = getWidth() - 2 * GAP;
    right = placeStates(right, height, zoom, getWidth() - left);
    placeMiddle(left, right - 1.5 * GAP, height);
  }

  /** From the right: the other database's state, this one's with its arrow, the date. */
  private double placeStates(double right, double height, double zoom, double room) {
    double column = StateColumns.width(zoom, look.comparing());
    if (look.comparing()) {
      right -= column;
      places.place(otherState, right, column, height);
    }
    boolean roomForState = room > 3.4 * column || look.comparing();
    state.setVisible(roomForState);
    if (roomForState) {
      right -= column;
      places.place(state, right, column, height);
      if (arrow.isVisible()) {
        double word = Math.min(column, state.prefWidth(-1));
        double size = arrow.prefWidth(-1);
        places.place(arrow, right + column - word - size - 4, size, height);
      }
    } else {
      arrow.setVisible(false);
    }
    double dateWidth = Math.ceil(76 * zoom);
    boolean roomForDate = room > (look.comparing() ? 6.6 : 5.2) * column;
    date.setVisible(roomForDate);
    if (roomForDate) {
      right -= dateWidth + 0.5 * GAP;
      places.place(date, right, dateWidth, height);
    }
    return right;
  }

  private void placeMiddle(double left, double right, double height) {
    double room = Math.max(0, right - left);
    double wanted = message.prefWidth(-1);
    double sum = 0;
    double[] widths = new double[extras.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = widthOf(extras.get(i));
      sum += GAP + widths[i];
    }
    boolean enough = wanted + sum <= room && allLabels <= MOST_LABELS;
    double forExtras = enough ? room : room - Math.min(wanted, room / 2) - moreWidth();
    double used = 0;
    Map<Node, Double> shown = new LinkedHashMap<>();
    for (int i = 0; i < widths.length; i++) {
      Node extra = extras.get(i);
      double free = forExtras - used - GAP;
      double width = widths[i];
      if (width > free && marks.contains(extra) && free >= SHORTEST_MARK) {
        // Where a database is must be seen, even if its name is cut.
        width = free;
      }
      boolean fits = width <= free + 0.5;
      extra.setVisible(fits);
      if (fits) {
        used += GAP + width;
        shown.put(extra, width);
      }
    }
    long hidden = allLabels - labels.stream().filter(shown::containsKey).count();
    more.setVisible(hidden > 0);
    if (hidden > 0) {
      more.setText("+" + hidden);
      shown.put(more, moreWidth() - GAP);
      used += moreWidth();
    }
    double messageWidth = Math.min(wanted, room - used);
    places.place(message, left, messageWidth, height);
    double x = left + messageWidth;
    for (Map.Entry<Node, Double> extra : shown.entrySet()) {
      places.place(extra.getKey(), x + GAP, extra.getValue(), height);
      x += GAP + extra.getValue();
    }
  }

  /** Room for a chip that counts the labels there was no room for. */
  private double moreWidth() {
    return allLabels == 0 ? 0 : GAP + 40 * look.geometry().zoomProperty().get();
  }

  /** A long name, such as that of a database without a profile, must not take all the room. */
  private double widthOf(Node extra) {
    return Math.min(extra.prefWidth(-1), LONGEST_CHIP * look.geometry().zoomProperty().get());
  }
}
