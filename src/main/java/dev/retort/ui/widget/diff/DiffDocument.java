package dev.retort.ui.widget.diff;

import dev.retort.ui.widget.diff.Words.Stretch;
import dev.retort.ui.widget.sql.SqlStyles;
import dev.retort.ui.widget.sql.SqlText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/**
 * A column ready to be put on screen: its lines tinted, its words marked, its SQL coloured by the
 * engine's lexer. Made on any thread, so that the toolkit's has only to show it.
 */
record DiffDocument(
    DiffText text,
    ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> document) {
  /** More lines than this are tinted alone: colours would take more memory than they are worth. */
  private static final int MOST_COLOURED = 200_000;

  static DiffDocument of(DiffText text, SegmentOps<String, Collection<String>> segments) {
    ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>> builder =
        new ReadOnlyStyledDocumentBuilder<>(segments, List.of());
    boolean coloured = text.count() <= MOST_COLOURED;
    for (int place = 0; place < text.count(); place++) {
      String line = text.line(place);
      Collection<String> look = look(text, place);
      if (coloured && !line.isEmpty() && text.shown().places().get(place) instanceof DiffRow row) {
        builder.addParagraph(line, spans(text, row), look);
      } else {
        builder.addParagraph(line, List.of(), look);
      }
    }
    return new DiffDocument(text, builder.build());
  }

  /** The style classes of a place's whole line. */
  static Collection<String> look(DiffText text, int place) {
    String style = text.look(place).style();
    return style.isEmpty() ? List.of() : List.of(style);
  }

  private static StyleSpans<Collection<String>> spans(DiffText text, DiffRow row) {
    StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
    SqlText source = text.source(row);
    int start = source.start(text.row(row));
    List<Stretch> marks = text.words(row);
    source.tokens(
        text.row(row),
        (kind, from, to) ->
            marked(
                spans,
                SqlStyles.style(kind, source.text(), from, to),
                from - start,
                to - start,
                marks));
    return spans.create();
  }

  private static void marked(
      StyleSpansBuilder<Collection<String>> spans,
      List<String> style,
      int from,
      int to,
      List<Stretch> marks) {
    int at = from;
    for (Stretch mark : marks) {
      int begin = Math.max(at, mark.from());
      int end = Math.min(to, mark.to());
      if (begin < end) {
        if (begin > at) {
          spans.add(style, begin - at);
        }
        List<String> both = new ArrayList<>(style);
        both.add("diff-word");
        spans.add(both, end - begin);
        at = end;
      }
    }
    if (to > at) {
      spans.add(style, to - at);
    }
  }
}
