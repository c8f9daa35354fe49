package dev.retort.engine.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LineEndsTest {

  @Property(tries = 500)
  void aTextThatWasNotTouchedComesBackAsItWas(@ForAll("texts") String text) {
    assertEquals(text, LineEnds.of(text).applyTo(LineEnds.plain(text)));
  }

  @Property(tries = 500)
  void noLineIsLostWhateverWasEdited(
      @ForAll("texts") String before, @ForAll("texts") String after) {
    String edited = LineEnds.plain(after);
    assertEquals(edited, LineEnds.plain(LineEnds.of(before).applyTo(edited)));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "b", "\n", "\r\n", "\r", "c d")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Test
  void newLinesGetTheKindTheFileHasMostOf() {
    assertEquals("a\r\nnew\r\nb\r\n", LineEnds.of("a\r\nb\r\n").applyTo("a\nnew\nb\n"));
    assertEquals("CRLF", LineEnds.of("a\r\nb\r\n").words());
    assertEquals("LF", LineEnds.of("a\nb").words());
  }

  @Test
  void linesThatWereNotTouchedKeepTheirOwn() {
    LineEnds mixed = LineEnds.of("a\r\nb\nc\nd\r\n");
    assertEquals("mixed line ends", mixed.words());
    assertEquals("a\r\nB\nx\nc\nd\r\n", mixed.applyTo("a\nB\nx\nc\nd\n"));
  }
}
