package dev.retort.ui.widget.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** The colours of one line of a text that is edited. */
final class EditStyles {
  private final StyleSpans<Collection<String>> spans;
  private final int start;
  private final int end;

  private EditStyles(StyleSpans<Collection<String>> spans, int start, int end) {
    this.spans = spans;
    this.start = start;
    this.end = end;
  }

  /** The colours of a line's tokens; lines count from 0. */
  static EditStyles of(SqlText text, int line) {
    StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
    int row = text.rowOfLine(line + 1);
    int start = text.start(row);
    int end = start;
    while (row < text.rows() && text.number(row) == line + 1) {
      text.tokens(
          row,
          (kind, from, to) -> spans.add(SqlStyles.style(kind, text.text(), from, to), to - from));
      end = text.end(row++);
    }
    spans.add(List.of(), 0);
    return new EditStyles(spans.create(), start, end);
  }

  /** With a style added between two offsets of the text, as far as they are in the line. */
  EditStyles with(int from, int to, String style) {
    int begin = Math.max(from, start);
    int until = Math.min(to, end);
    if (begin >= until) {
      return this;
    }
    StyleSpansBuilder<Collection<String>> over = new StyleSpansBuilder<>();
    over.add(List.of(), begin - start);
    over.add(List.of(style), until - begin);
    over.add(List.of(), end - until);
    return new EditStyles(spans.overlay(over.create(), EditStyles::both), start, end);
  }

  /** With what is searched for marked. */
  EditStyles with(SqlSearch search, int current) {
    EditStyles marked = this;
    for (int i = search.reaching(start); i < search.count() && search.offset(i) < end; i++) {
      int from = search.offset(i);
      marked = marked.with(from, from + search.length(), i == current ? "current-match" : "match");
    }
    return marked;
  }

  private static Collection<String> both(Collection<String> below, Collection<String> above) {
    if (above.isEmpty()) {
      return below;
    }
    List<String> both = new ArrayList<>(below);
    both.addAll(above);
    return both;
  }

  /** Where the line begins in the text. */
  int start() {
    return start;
  }

  /** How long the line is. */
  int length() {
    return end - start;
  }

  /** The spans, as long as the line. */
  StyleSpans<Collection<String>> spans() {
    return spans;
  }
}
