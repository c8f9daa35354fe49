package dev.retort.ui.widget.sql;

import dev.retort.revision.format.SectionMarks;
import dev.retort.sql.Pairs;
import java.util.BitSet;

/**
 * All that an editor shows of a text and has to be worked out first. Immutable, any thread.
 *
 * @param edition which state of the text it is
 * @param text cut into rows and tokens
 * @param pairs what belongs together
 * @param sections the lines, from 0, on which sections begin
 */
record Lexed(int edition, SqlText text, Pairs pairs, BitSet sections) {

  /** Works it out. */
  static Lexed of(int edition, String text) {
    SqlText rows = SqlText.of(text);
    BitSet sections = new BitSet();
    SectionMarks.offsets(text).forEach(offset -> sections.set(rows.number(rows.rowAt(offset)) - 1));
    return new Lexed(edition, rows, Pairs.of(text), sections);
  }
}
