package dev.retort.ui.widget.sql;

import dev.retort.sql.LineIndex;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.Nodes;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;

/**
 * SQL to be read: verbatim, numbered, in colours, searchable, foldable. Takes texts of many
 * megabytes; those are prepared in the background, and only the rows that can be seen are coloured.
 * Toolkit's thread.
 */
public final class SqlView extends StackPane {
  /** Texts up to here are shown at once; preparing one takes less than a frame. */
  private static final int SMALL = 20_000;

  /** Preparing a text shorter than this is over before a word about it could be read. */
  private static final int WORTH_A_WORD = 1_000_000;

  /** Rows coloured above and below those that can be seen, so that scrolling finds them ready. */
  private static final int MARGIN = 120;

  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination WRAP =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.ALT_DOWN);
  private static final KeyCombination FOLD =
      new KeyCodeCombination(KeyCode.OPEN_BRACKET, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination UNFOLD =
      new KeyCodeCombination(KeyCode.CLOSE_BRACKET, KeyCombination.SHORTCUT_DOWN);

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  private final Background background;
  private final SqlArea area;
  private final SqlFinding finding;
  private final SqlTools tools;
  private final SqlMarks marks;
  private final Label waiting = Nodes.label("", "muted");
  private final Set<Fold> closed = new HashSet<>();

  private SqlRows rows = SqlRows.of(SqlText.of(""), List.of(), Set.of());
  private String wanted = "";
  private List<Fold> folds = List.of();
  private int asked;

  /** The line to bring into view once the text is there; 0 for none. */
  private int wantedLine;

  private Runnable movedByHand = () -> {};

  /** An empty view. */
  public SqlView(String id, Background background) {
    this.background = background;
    this.area = new SqlArea(id);
    this.marks = new SqlMarks(area);
    this.finding = new SqlFinding(background, new Searched());
    this.tools = new SqlTools(id, this::foldAll, finding::open, this::wrap, this::copyAll);
    getStyleClass().add("sql-pane");
    // In a narrow pane the tools would lie over the text, so they come with the mouse or keyboard.
    widthProperty()
        .subscribe(
            width ->
                pseudoClassStateChanged(
                    NARROW, width.doubleValue() > 0 && width.doubleValue() < 480));
    area.setParagraphGraphicFactory(new SqlGutter(() -> rows, this::toggle));
    area.viewportDirtyEvents().successionEnds(Duration.ofMillis(15)).subscribe(e -> colour());
    waiting.setVisible(false);
    setAlignment(finding.bar(), Pos.TOP_RIGHT);
    setAlignment(tools, Pos.TOP_RIGHT);
    getChildren().addAll(new VirtualizedScrollPane<>(area), waiting, tools, finding.bar());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    addEventFilter(ScrollEvent.SCROLL, event -> movedByHand.run());
    addEventFilter(MouseEvent.MOUSE_PRESSED, event -> movedByHand.run());
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode().isNavigationKey()) {
            movedByHand.run();
          }
        });
  }

  /** Called whenever the reader moves about in the text. */
  public void onMovedByHand(Runnable action) {
    movedByHand = action;
  }

  private void wrap() {
    area.setWrapText(!area.isWrapText());
  }

  private void key(KeyEvent event) {
    if (FIND.match(event)) {
      finding.open();
      event.consume();
    } else if (WRAP.match(event)) {
      wrap();
      event.consume();
    } else if (!folds.isEmpty() && (FOLD.match(event) || UNFOLD.match(event))) {
      foldAll(FOLD.match(event));
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
    marks.forget();
    wantedLine = 0;
    tools.foldable(!folds.isEmpty());
    finding.forget();
    if (text.length() <= SMALL) {
      asked++;
      put(SqlRows.of(SqlText.of(text), folds, closed));
      area.moveTo(0);
      area.requestFollowCaret();
    } else {
      waiting.setText("Reading " + text.length() / 1_000_000 + " MB of SQL…");
      waiting.setVisible(text.length() >= WORTH_A_WORD);
      prepare(() -> SqlRows.of(SqlText.of(text), folds, Set.of()), 0);
    }
    finding.again();
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
    if (!isReady()) {
      wantedLine = line;
      return;
    }
    SqlText text = rows.text();
    int row = text.rowOfLine(line);
    unfoldAround(line);
    area.showParagraphAtCenter(rows.placeAt(text.start(row)));
  }

  /** Whether what is shown is what is wanted, and not the text before it. */
  private boolean isReady() {
    return rows.text().text().equals(wanted);
  }

  /**
   * Marks lines as those that failed, and brings the fault into view.
   *
   * @param firstLine 1-based
   * @param lastLine 1-based, inclusive
   * @param offset where in the text the fault is; -1 if that is not known
   */
  public void markFailed(int firstLine, int lastLine, int offset) {
    marks.failed(rows, firstLine, lastLine, offset);
    reveal(offset < 0 ? firstLine : LineIndex.line(wanted, offset));
    colourAgain();
  }

  /**
   * Marks lines as those under way; none if the first is 0.
   *
   * @param follow whether to bring them into view, where they are not
   */
  public void markCurrent(int firstLine, int lastLine, boolean follow) {
    marks.current(rows, firstLine, lastLine);
    if (firstLine > 0 && follow && !inSight(firstLine)) {
      reveal(firstLine);
    }
  }

  private boolean inSight(int line) {
    if (!isReady() || area.getVisibleParagraphs().isEmpty()) {
      return false;
    }
    int place = rows.placeAt(rows.text().start(rows.text().rowOfLine(line)));
    return area.firstVisibleParToAllParIndex() < place
        && place < area.lastVisibleParToAllParIndex();
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
            if (wantedLine > 0) {
              reveal(wantedLine);
              wantedLine = 0;
            }
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
    marks.paint(rows);
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
      area.setStyleSpans(
          rows.shownStart(first),
          SqlStyles.of(rows, first, last, finding.found(), finding.current()));
      marks.underline(rows, first, last);
    }
  }

  private void colourAgain() {
    if (wanted.length() <= SMALL) {
      colour(0, rows.count() - 1);
    } else {
      colour();
    }
  }

  /** This view, as the search sees it. */
  private final class Searched implements SqlFinding.Searched {
    @Override
    public String text() {
      return wanted;
    }

    @Override
    public int top() {
      int row =
          area.getVisibleParagraphs().isEmpty()
              ? 0
              : Math.min(rows.count() - 1, area.firstVisibleParToAllParIndex());
      return Math.max(0, rows.text().start(rows.row(row)));
    }

    @Override
    public void bring(int offset) {
      unfoldAround(rows.text().number(rows.text().rowAt(offset)));
      area.showParagraphAtCenter(rows.placeAt(offset));
    }

    @Override
    public void recolour() {
      colourAgain();
    }

    @Override
    public void open(boolean now) {
      Nodes.show(tools, !now);
      if (!now) {
        area.requestFocus();
      }
    }
  }

  private void copyAll() {
    ClipboardContent content = new ClipboardContent();
    content.putString(wanted);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
