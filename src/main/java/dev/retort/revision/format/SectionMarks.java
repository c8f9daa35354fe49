package dev.retort.revision.format;

import dev.retort.sql.Lexer;
import dev.retort.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Where the sections of a text begin, for those who show it. */
public final class SectionMarks {
  private SectionMarks() {}

  /** The offsets of the marks that begin a section; one in a string or a comment is none. */
  public static List<Integer> offsets(String text) {
    List<Integer> offsets = new ArrayList<>();
    Lexer lexer = new Lexer(text);
    while (lexer.next()) {
      if (lexer.kind() == TokenKind.LINE_COMMENT
          && Mark.at(text, lexer.start(), lexer.end()).filter(Mark::startsSection).isPresent()) {
        offsets.add(lexer.start());
      }
    }
    return offsets;
  }
}
