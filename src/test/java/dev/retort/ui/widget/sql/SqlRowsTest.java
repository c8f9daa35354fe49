package dev.retort.ui.widget.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SqlRowsTest {
  private static final String FIVE = "one\r\ntwo\nthree\nfour\nfive";
  private static final Fold FOLD = new Fold(2, 4);

  @Test
  void withoutFoldsEverythingIsShown() {
    SqlRows rows = SqlRows.of(SqlText.of(FIVE), List.of(FOLD), Set.of());
    assertEquals("one\ntwo\nthree\nfour\nfive", rows.shownText());
    assertEquals(Optional.of(FOLD), rows.fold(1));
    assertEquals(Optional.empty(), rows.fold(2));
  }

  @Test
  void aClosedFoldLeavesItsFirstLine() {
    SqlRows rows = SqlRows.of(SqlText.of(FIVE), List.of(FOLD), Set.of(FOLD));
    assertEquals("one\ntwo\nfive", rows.shownText());
    assertEquals(5, rows.text().number(rows.row(2)));
    assertEquals(1, rows.placeAt(FIVE.indexOf("four")));
    assertEquals(2, rows.placeAt(FIVE.indexOf("five")));
    assertEquals(Optional.empty(), rows.shownOffset(FIVE.indexOf("three")));
    assertEquals(Optional.of(8), rows.shownOffset(FIVE.indexOf("five")));
  }

  @Test
  void whatIsCopiedIsTheTextVerbatimWithWhatIsFoldedAway() {
    SqlRows rows = SqlRows.of(SqlText.of(FIVE), List.of(FOLD), Set.of(FOLD));
    assertEquals(FIVE, rows.meant(0, rows.shownText().length()));
    assertEquals("ne\r\nt", rows.meant(1, 5));
  }

  @Test
  void theCutsOfALongLineAreNotCopied() {
    String line = "x".repeat(10_000);
    SqlRows rows = SqlRows.of(SqlText.of(line + "\ny"), List.of(), Set.of());
    assertEquals(line + "\ny", rows.meant(0, rows.shownText().length()));
  }

  @Test
  void foldsMayFollowEachOther() {
    List<Fold> folds = List.of(new Fold(1, 2), new Fold(3, 4));
    SqlRows rows = SqlRows.of(SqlText.of(FIVE), folds, Set.copyOf(folds));
    assertEquals("one\nthree\nfive", rows.shownText());
  }

  @Test
  void aWordIsFoundWhateverItsCase() {
    SqlSearch found = SqlSearch.of("SELECT select Selected", "select");
    assertEquals(
        List.of(0, 7, 14), IntStream.range(0, found.count()).map(found::offset).boxed().toList());
    assertEquals(1, found.from(3));
    assertEquals(0, found.from(20));
    assertEquals(1, found.reaching(12));
    assertEquals(0, found.reaching(5));
    assertEquals(-1, SqlSearch.of("", "x").from(0));
  }
}
