package dev.retort.ui.widget.sql;

import dev.retort.ui.task.Background;
import dev.retort.ui.widget.Nodes;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.kordamp.ikonli.feather.Feather;

/**
 * SQL to be read: verbatim, numbered, in colours, searchable, foldable. Takes texts of many
 * megabytes; those are prepared in the background, and only the rows that can be seen are coloured.
 * Toolkit's thread.
 */
public final class SqlView extends StackPane {
  /** Texts up to here are shown at once; preparing one takes a few milliseconds. */
  private static final int SMALL = 200_000;

  /** Rows coloured above and below those that can be seen, so that scrolling finds them ready. */
  private static final int MARGIN = 120;

  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination WRAP =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.ALT_DOWN);

  private final Background background;
  private final SqlArea area;
  private final FindBar find = new FindBar(this::search, this::walk, this::leaveFind);
  private final HBox tools = new HBox();
  private final Label waiting = Nodes.label("", "muted");
  private final Set<Fold> closed = new HashSet<>();

  private SqlRows rows = SqlRows.of(SqlText.of(""), List.of(), Set.of());
  private String wanted = "";
  private List<Fold> folds = List.of();
  private SqlSearch found = SqlSearch.none();
  private int current = -1;
  private int asked;
  private int searched;
  private int failedFirst;
  private int failedLast;

  /** An empty view. */
  public SqlView(String id, Background background) {
    this.background = background;
    this.area = new SqlArea(id);
    getStyleClass().add("sql-pane");
    area.setParagraphGraphicFactory(new SqlGutter(() -> rows, this::toggle));
    area.viewportDirtyEvents().successionEnds(Duration.ofMillis(15)).subscribe(e -> colour());
    waiting.setVisible(false);
    tools(id);
    Nodes.show(find, false);
    setAlignment(find, Pos.TOP_RIGHT);
    setAlignment(tools, Pos.TOP_RIGHT);
    getChildren().addAll(new VirtualizedScrollPane<>(area), waiting, tools, find);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void tools(String id) {
    Button search = Nodes.iconButton(id + "-find", Feather.SEARCH, "Find (Ctrl+F)");
    Button wrap = Nodes.iconButton(id + "-wrap", Feather.CORNER_DOWN_LEFT, "Wrap lines (Alt+Z)");
    Button copy = Nodes.iconButton(id + "-copy", Feather.COPY, "Copy all of it");
    search.setOnAction(event -> openFind());
    wrap.setOnAction(event -> area.setWrapText(!area.isWrapText()));
    copy.setOnAction(event -> copyAll());
    tools.getStyleClass().add("sql-tools");
    tools.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    tools.getChildren().addAll(search, wrap, copy);
    // They lie over the end of the first line, so they are there only for whoever is at work here.
    tools
        .opacityProperty()
        .bind(Bindings.when(hoverProperty().or(focusWithinProperty())).then(1.0).otherwise(0.0));
  }

  private void key(KeyEvent event) {
    if (FIND.match(event)) {
      openFind();
      event.consume();
    } else if (WRAP.match(event)) {
      area.setWrapText(!area.isWrapText());
      event.consume();
    }
  }

  /** Shows a text from its first line. */
  public void show(String text) {
    show(text, List.of());
  }

  /**
   * Shows a text from its first line.
   *
   * @param foldable what can be folded away; all of it is open at first
   */
  public void show(String text, List<Fold> foldable) {
    if (text.equals(wanted) && foldable.equals(folds)) {
      return;
    }
    wanted = text;
    folds = List.copyOf(foldable);
    closed.clear();
    failedFirst = 0;
    found = SqlSearch.none();
    current = -1;
    if (text.length() <= SMALL) {
      asked++;
      put(SqlRows.of(SqlText.of(text), folds, closed));
      area.moveTo(0);
      area.requestFollowCaret();
    } else {
      waiting.setText("Reading " + text.length() / 1_000_000 + " MB of SQL…");
      waiting.setVisible(true);
      prepare(() -> SqlRows.of(SqlText.of(text), folds, Set.of()), 0);
    }
    if (find.isVisible()) {
      search(find.word());
    }
  }

  /** Brings the keyboard to the text. */
  public void toText() {
    area.requestFocus();
  }

  /** The text shown, or about to be. */
  public String text() {
    return wanted;
  }

  /** Brings a line into view, out of its fold if need be; 1-based. */
  public void reveal(int line) {
    SqlText text = rows.text();
    int row = text.rowOfLine(line);
    unfoldAround(line);
    area.showParagraphAtCenter(rows.placeAt(text.start(row)));
  }

  /** Marks lines as those that failed, and brings the first of them into view; 1-based. */
  public void markFailed(int firstLine, int lastLine) {
    failedFirst = firstLine;
    failedLast = lastLine;
    reveal(firstLine);
    paintFailed();
  }

  private void paintFailed() {
    for (int line = failedFirst; failedFirst > 0 && line <= failedLast; line++) {
      int start = rows.text().start(rows.text().rowOfLine(line));
      area.setParagraphStyle(rows.placeAt(start), List.of("failed-line"));
    }
  }

  /** Takes every fold's lines away, or brings them all back. */
  public void foldAll(boolean fold) {
    closed.clear();
    if (fold) {
      closed.addAll(folds);
    }
    refold(0);
  }

  private void toggle(Fold fold) {
    if (!closed.remove(fold)) {
      closed.add(fold);
    }
    refold(fold.firstLine());
  }

  private void unfoldAround(int line) {
    if (closed.removeIf(fold -> fold.firstLine() < line && line <= fold.lastLine())) {
      refold(line);
    }
  }

  /** Shows the rows that are left, with a line where it was, as far as that can be. */
  private void refold(int line) {
    SqlText text = rows.text();
    Set<Fold> away = Set.copyOf(closed);
    if (text.text().length() <= SMALL) {
      int top = area.getVisibleParagraphs().isEmpty() ? 0 : area.firstVisibleParToAllParIndex();
      put(SqlRows.of(text, folds, away));
      area.showParagraphAtTop(Math.min(top, rows.count() - 1));
    } else {
      prepare(() -> SqlRows.of(text, folds, away), line);
    }
  }

  private interface Preparation {
    SqlRows rows();
  }

  private record Prepared(
      SqlRows rows,
      ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> document) {}

  private void prepare(Preparation preparation, int line) {
    int question = ++asked;
    background.run(
        () -> {
          SqlRows ready = preparation.rows();
          return new Prepared(ready, document(ready));
        },
        prepared -> {
          if (question == asked) {
            put(prepared);
            area.showParagraphAtTop(
                rows.placeAt(rows.text().start(rows.text().rowOfLine(Math.max(1, line)))));
          }
        },
        problem -> {
          throw new IllegalStateException("cannot show this SQL", problem);
        });
  }

  private ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> document(
      SqlRows of) {
    return ReadOnlyStyledDocument.fromString(
        of.shownText(), List.of(), List.of(), area.getSegOps());
  }

  private void put(SqlRows now) {
    put(new Prepared(now, document(now)));
  }

  private void put(Prepared prepared) {
    rows = prepared.rows();
    area.rows(rows);
    area.replace(0, area.getLength(), prepared.document());
    waiting.setVisible(false);
    paintFailed();
    if (wanted.length() <= SMALL) {
      colour(0, rows.count() - 1);
    } else {
      colour();
    }
  }

  private void colour() {
    if (wanted.length() <= SMALL || area.getVisibleParagraphs().isEmpty()) {
      return;
    }
    int first = Math.max(0, area.firstVisibleParToAllParIndex() - MARGIN);
    int last = Math.min(rows.count() - 1, area.lastVisibleParToAllParIndex() + MARGIN);
    colour(first, last);
  }

  private void colour(int first, int last) {
    if (first <= last && rows.text().text().length() > 0) {
      area.setStyleSpans(rows.shownStart(first), SqlStyles.of(rows, first, last, found, current));
    }
  }

  private void colourAgain() {
    if (wanted.length() <= SMALL) {
      colour(0, rows.count() - 1);
    } else {
      colour();
    }
  }

  private void openFind() {
    Nodes.show(find, true);
    Nodes.show(tools, false);
    find.open();
    search(find.word());
  }

  private void leaveFind() {
    Nodes.show(find, false);
    Nodes.show(tools, true);
    found = SqlSearch.none();
    current = -1;
    colourAgain();
    area.requestFocus();
  }

  private void search(String word) {
    int question = ++searched;
    String text = wanted;
    background.run(
        () -> SqlSearch.of(text, word),
        result -> {
          if (question == searched && find.isVisible()) {
            found = result;
            current = result.from(Math.max(0, rows.text().start(rows.row(visibleTop()))));
            showCurrent();
          }
        },
        problem -> {
          throw new IllegalStateException("cannot search this SQL", problem);
        });
  }

  private int visibleTop() {
    return area.getVisibleParagraphs().isEmpty()
        ? 0
        : Math.min(rows.count() - 1, area.firstVisibleParToAllParIndex());
  }

  private void walk(int step) {
    if (found.count() > 0) {
      current = Math.floorMod(current + step, found.count());
      showCurrent();
    }
  }

  private void showCurrent() {
    find.show(found, current);
    if (current >= 0) {
      int offset = found.offset(current);
      unfoldAround(rows.text().number(rows.text().rowAt(offset)));
      area.showParagraphAtCenter(rows.placeAt(offset));
    }
    colourAgain();
  }

  private void copyAll() {
    ClipboardContent content = new ClipboardContent();
    content.putString(wanted);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
