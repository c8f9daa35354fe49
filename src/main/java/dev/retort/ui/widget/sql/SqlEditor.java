package dev.retort.ui.widget.sql;

import dev.retort.sql.Pairs;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.Nodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;

/**
 * SQL to be written: coloured by the engine's own lexer, with line numbers, notes in the margin,
 * what belongs together marked, and a search. The text is lexed in the background after each
 * change; only lines that can be seen and look different are styled anew. Toolkit's thread.
 */
public final class SqlEditor extends StackPane {
  /** Lines coloured above and below those that can be seen, so that scrolling finds them ready. */
  private static final int MARGIN = 60;

  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination GO_TO =
      new KeyCodeCombination(KeyCode.G, KeyCombination.SHORTCUT_DOWN);

  private final Background background;
  private final CodeArea area = new CodeArea();
  private final EditSearch search;
  private final FindBar find;
  private final GoToLine goTo = new GoToLine(this::reveal, this::leaveBars);
  private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper("");
  private final Runnable edited;
  private Map<Integer, List<LineNote>> notes = Map.of();
  private Indentation indentation = new Indentation("    ");
  private Lexed lexed = Lexed.of(0, "");
  private int digits;
  private int edition;
  private boolean lexing;
  private boolean putting;

  /**
   * An empty editor.
   *
   * @param edited called after each change that a person makes
   */
  public SqlEditor(String id, Background background, Runnable edited) {
    this.background = background;
    this.edited = edited;
    this.search = new EditSearch(area, background, this::colour);
    this.find = new FindBar(search::look, search::walk, this::leaveBars);
    search.tell(find);
    area.setId(id);
    area.setAccessibleRole(AccessibleRole.TEXT_AREA);
    area.setAccessibleText("SQL of the file");
    area.getStyleClass().addAll("sql-view", "sql-editor");
    area.plainTextChanges().subscribe(this::changed);
    area.viewportDirtyEvents().successionEnds(Duration.ofMillis(15)).subscribe(e -> colour());
    area.caretPositionProperty().addListener((observable, before, now) -> caretMoved());
    new EditKeys(area, () -> indentation);
    number();
    caretMoved();
    getStyleClass().add("sql-pane");
    Nodes.show(find, false);
    Nodes.show(goTo, false);
    setAlignment(find, Pos.TOP_RIGHT);
    setAlignment(goTo, Pos.TOP_RIGHT);
    getChildren().addAll(new VirtualizedScrollPane<>(area), find, goTo);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void key(KeyEvent event) {
    if (FIND.match(event)) {
      open(find);
      find.open();
      search.look(find.word());
      event.consume();
    } else if (GO_TO.match(event)) {
      open(goTo);
      goTo.open();
      event.consume();
    }
  }

  private void open(javafx.scene.Node bar) {
    Nodes.show(find, bar.equals(find));
    Nodes.show(goTo, bar.equals(goTo));
  }

  /** Closes the search if it is open; false if there was nothing to close. */
  public boolean escape() {
    boolean open = find.isVisible() || goTo.isVisible();
    if (open) {
      leaveBars();
    }
    return open;
  }

  /** The text as it is. */
  public String text() {
    return area.getText();
  }

  /**
   * Puts a text in place of the one there is; the caret stays on its line.
   *
   * @param undoable whether a person can have the other one back
   */
  public void show(String text, boolean undoable) {
    int line = area.getCurrentParagraph();
    int column = area.getCaretColumn();
    putting = true;
    try {
      area.replaceText(text);
    } finally {
      putting = false;
    }
    if (!undoable) {
      area.getUndoManager().forgetHistory();
    }
    indentation = Indentation.of(text);
    int to = Math.min(line, area.getParagraphs().size() - 1);
    area.moveTo(to, Math.min(column, area.getParagraphLength(to)));
    area.requestFollowCaret();
    if (undoable) {
      edited.run();
    }
  }

  /** Brings the caret to the beginning of a line, and the line into view; 1-based. */
  public void reveal(int line) {
    int to = Math.clamp(line - 1L, 0, area.getParagraphs().size() - 1);
    area.moveTo(to, 0);
    area.showParagraphAtCenter(to);
    area.requestFocus();
  }

  /** The line of the caret, 1-based. */
  public int caretLine() {
    return area.getCurrentParagraph() + 1;
  }

  /** Whether the text can be changed. */
  public void setEditable(boolean editable) {
    area.setEditable(editable);
  }

  /** Brings the keyboard to the text. */
  public void toText() {
    area.requestFocus();
  }

  /** Where the caret is, in words. */
  public ReadOnlyStringProperty placeProperty() {
    return place.getReadOnlyProperty();
  }

  /** How the text is indented, in words. */
  public String indentationWords() {
    return indentation.words();
  }

  /** Shows notes in the margin, in place of those there are. */
  public void note(List<LineNote> now) {
    Map<Integer, List<LineNote>> byLine = new HashMap<>();
    now.forEach(note -> byLine.computeIfAbsent(note.line(), l -> new ArrayList<>()).add(note));
    replaceNotes(byLine);
  }

  private void replaceNotes(Map<Integer, List<LineNote>> now) {
    TreeSet<Integer> touched = new TreeSet<>(notes.keySet());
    touched.addAll(now.keySet());
    Map<Integer, List<LineNote>> before = notes;
    notes = now;
    for (int line : touched) {
      boolean seen =
          line >= 1
              && line <= area.getParagraphs().size()
              && area.allParToVisibleParIndex(line - 1).isPresent();
      if (seen && !before.getOrDefault(line, List.of()).equals(now.get(line))) {
        area.recreateParagraphGraphic(line - 1);
      }
    }
    colour();
  }

  private void changed(PlainTextChange change) {
    edition++;
    number();
    shiftNotes(change);
    lex();
    if (find.isVisible()) {
      search.look(find.word());
    }
    if (!putting) {
      edited.run();
    }
  }

  /** Until the text has been looked at again, notes go with their lines. */
  private void shiftNotes(PlainTextChange change) {
    int lines = newlines(change.getInserted()) - newlines(change.getRemoved());
    if (lines == 0 || notes.isEmpty() || putting) {
      return;
    }
    int at =
        area.offsetToPosition(
                    Math.min(change.getPosition(), area.getLength()),
                    org.fxmisc.richtext.model.TwoDimensional.Bias.Forward)
                .getMajor()
            + 1;
    Map<Integer, List<LineNote>> shifted = new HashMap<>();
    notes.forEach(
        (line, on) -> {
          int to = line > at ? Math.max(at, line + lines) : line;
          shifted
              .computeIfAbsent(to, l -> new ArrayList<>())
              .addAll(on.stream().map(n -> new LineNote(to, n.wrong(), n.words())).toList());
        });
    replaceNotes(shifted);
  }

  private static int newlines(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  private void number() {
    int now = Math.max(3, String.valueOf(area.getParagraphs().size()).length());
    if (now != digits) {
      digits = now;
      area.setParagraphGraphicFactory(
          new EditGutter(line -> notes.getOrDefault(line, List.of()), digits));
    }
  }

  /** One text at a time is lexed; the newest one goes next. */
  private void lex() {
    if (lexing) {
      return;
    }
    lexing = true;
    int of = edition;
    String text = area.getText();
    background.run(
        () -> Lexed.of(of, text),
        ready -> {
          lexing = false;
          lexed = ready;
          if (ready.edition() == edition) {
            colour();
          } else {
            lex();
          }
        },
        problem -> {
          lexing = false;
          throw new IllegalStateException("cannot colour this SQL", problem);
        });
  }

  private void caretMoved() {
    place.set(
        "Line %,d, column %,d"
            .formatted(area.getCurrentParagraph() + 1, area.getCaretColumn() + 1));
    colour();
  }

  private void colour() {
    boolean outdated =
        lexed.edition() != edition || lexed.text().text().length() != area.getLength();
    if (outdated || area.getVisibleParagraphs().isEmpty()) {
      return;
    }
    int last = area.getParagraphs().size() - 1;
    int from = Math.max(0, area.firstVisibleParToAllParIndex() - MARGIN);
    int to = Math.min(last, area.lastVisibleParToAllParIndex() + MARGIN);
    Optional<Pairs.Pair> pair = lexed.pairs().at(area.getCaretPosition());
    for (int line = from; line <= to; line++) {
      colour(line, pair);
    }
  }

  private void colour(int line, Optional<Pairs.Pair> pair) {
    EditStyles styles = EditStyles.of(lexed.text(), line);
    if (pair.isPresent()) {
      styles = marked(styles, pair.get());
    }
    styles = styles.with(search.found(), search.current());
    if (styles.length() > 0
        && styles.length() == area.getParagraphLength(line)
        && !styles.spans().equals(area.getStyleSpans(line))) {
      area.setStyleSpans(line, 0, styles.spans());
    }
    Collection<String> whole = lineStyles(line);
    if (!List.copyOf(whole).equals(List.copyOf(area.getParagraph(line).getParagraphStyle()))) {
      area.setParagraphStyle(line, whole);
    }
  }

  private static EditStyles marked(EditStyles styles, Pairs.Pair pair) {
    Pairs.Span here = pair.here();
    if (pair.other().isEmpty()) {
      return styles.with(here.start(), here.end(), "bracket-alone");
    }
    Pairs.Span there = pair.other().get();
    return styles
        .with(here.start(), here.end(), "bracket")
        .with(there.start(), there.end(), "bracket");
  }

  private Collection<String> lineStyles(int line) {
    List<String> styles = new ArrayList<>();
    if (lexed.sections().get(line)) {
      styles.add("section-line");
    }
    if (line == area.getCurrentParagraph()) {
      styles.add("current-line");
    }
    List<LineNote> on = notes.getOrDefault(line + 1, List.of());
    if (!on.isEmpty()) {
      styles.add(on.stream().anyMatch(LineNote::wrong) ? "wrong-line" : "doubtful-line");
    }
    return styles;
  }

  private void leaveBars() {
    Nodes.show(find, false);
    Nodes.show(goTo, false);
    search.end();
    area.requestFocus();
  }
}
