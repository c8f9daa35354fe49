package dev.retort.ui.widget.diff;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.ui.widget.diff.Words.Stretch;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What differs between two texts, without a toolkit. */
class DiffModelTest {
  @Test
  void aChangedLineLiesBesideTheOneItWasAndANewOneBesideNothing() {
    DiffModel model =
        DiffModel.of(
            """
            CREATE TABLE orders (
              slice_size numeric(18,4),
              created_at timestamptz
            );
            """,
            """
            CREATE TABLE orders (
              slice_size numeric(18,4) NOT NULL,
              created_at timestamptz,
              CONSTRAINT orders_slice_ck CHECK (slice_size > 0)
            );
            """);
    assertEquals("= ~ ~ + =", signs(model));
    assertEquals("1 change, +3 −2", model.inWords());
    assertEquals(
        List.of(new Stretch(26, 35)), model.rows().get(1).words().after(), "the words NOT NULL");
    assertEquals(List.of(), model.rows().get(1).words().before());
  }

  @Test
  void aLineAddedAmongChangedOnesDoesNotPushTheOthersApart() {
    DiffModel model =
        DiffModel.of(
            """
            ALTER TABLE a ADD COLUMN first int;
            ALTER TABLE b ADD COLUMN second text;
            """,
            """
            ALTER TABLE a ADD COLUMN first bigint;
            CREATE INDEX ON lots (size);
            ALTER TABLE b ADD COLUMN second varchar;
            """);
    assertEquals("~ + ~", signs(model));
  }

  @Test
  void linesWithNothingInCommonAreNotMarkedWordByWord() {
    DiffModel model = DiffModel.of("DROP VIEW daily;\n", "SELECT 1 + 2 FROM lots;\n");
    assertEquals("~", signs(model));
    assertEquals(Words.NONE, model.rows().getFirst().words());
  }

  @Test
  void equalTextsAreSaidToBeEqual() {
    assertEquals(
        "No difference: both have the same 2 lines.", DiffModel.of("a\nb\n", "a\nb\n").inWords());
    assertEquals("Both are empty.", DiffModel.of("", "").inWords());
  }

  @Test
  void lineEndsAreToldApartFromLines() {
    String words = "Only line ends differ; the lines are equal.";
    assertEquals(words, DiffModel.of("a\r\nb\r\n", "a\nb\n").inWords());
    assertEquals(words, DiffModel.of("a\nb\n", "a\nb").inWords());
    assertEquals(
        "1 change, +1 −1; line ends differ as well", DiffModel.of("a\r\nb\n", "a\nc\n").inWords());
  }

  @Test
  void longEqualStretchesAreFoldedAndCanBeOpened() {
    String same = IntStream.range(0, 40).mapToObj(i -> "line " + i + "\n").collect(joining());
    DiffModel model = DiffModel.of("old\n" + same + "x\n", "new\n" + same + "y\n");
    assertEquals(List.of(new Equals(4, 34)), model.folds());
    DiffShown folded = DiffShown.of(model, DiffLayout.SIDES, Set.of());
    assertEquals(1 + 3 + 1 + 3 + 1, folded.places().size());
    assertEquals(8, folded.hunkPlace(1));
    assertEquals(0, folded.hunkAt(0));
    assertEquals(-1, folded.hunkAt(4));
    DiffText text = new DiffText(folded, Column.AFTER);
    assertEquals("… 34 equal lines", text.line(4));
    assertEquals(Look.FOLD, text.look(4));
    assertEquals(
        42, DiffShown.of(model, DiffLayout.SIDES, Set.copyOf(model.folds())).places().size());
  }

  @Test
  void asOneTextWhatWentStandsAboveWhatCame() {
    DiffModel model = DiffModel.of("a 1\nb 1\nsame\n", "a 2\nb 2\nsame\n");
    DiffText text = new DiffText(DiffShown.of(model, DiffLayout.UNIFIED, Set.of()), Column.BOTH);
    assertEquals(
        List.of("−a 1", "−b 1", "+a 2", "+b 2", " same"),
        IntStream.range(0, text.count())
            .mapToObj(place -> text.look(place).sign() + text.line(place))
            .toList());
    assertEquals(List.of("1", ""), text.numbers(0));
    assertEquals(List.of("", "2"), text.numbers(3));
    assertEquals(List.of("3", "3"), text.numbers(4));
  }

  @Test
  void whatIsCopiedIsTheTextWithoutFillersAndWithWhatIsFolded() {
    String same = IntStream.range(0, 20).mapToObj(i -> "line " + i + "\n").collect(joining());
    DiffModel model = DiffModel.of(same + "gone\n" + "end\n", same + "end\n");
    DiffText text = new DiffText(DiffShown.of(model, DiffLayout.SIDES, Set.of()), Column.AFTER);
    int length = IntStream.range(0, text.count()).map(i -> text.line(i).length() + 1).sum() - 1;
    assertEquals((same + "end").strip(), text.meant(0, length));
    assertEquals("line 17\nlin", text.meant(text.line(0).length() + 1, text.line(0).length() + 12));
  }

  @Test
  void aPatchIsWhatDiffWouldWrite() {
    String same = IntStream.range(0, 20).mapToObj(i -> "line " + i + "\n").collect(joining());
    assertEquals(
        """
        --- then
        +++ now
        @@ -1,4 +1,4 @@
        -old
        +new
         line 0
         line 1
         line 2
        @@ -19,3 +19,4 @@
         line 17
         line 18
         line 19
        +more
        """,
        DiffPatch.of(DiffModel.of("old\n" + same, "new\n" + same + "more\n"), "then", "now"));
  }

  @Test
  void whateverTheTextsTheRowsAreBothOfThemInOrder() {
    Random random = new Random(20_261_128);
    for (int round = 0; round < 500; round++) {
      List<String> before = text(random);
      List<String> after = text(random);
      DiffModel model = DiffModel.of(lines(before), lines(after));
      assertEquals(before, side(model, Column.BEFORE));
      assertEquals(after, side(model, Column.AFTER));
      for (DiffRow row : model.rows()) {
        if (row.isEqual()) {
          assertEquals(before.get(row.before()), after.get(row.after()));
        }
      }
      int rows = model.rows().size();
      int shown =
          DiffShown.of(model, DiffLayout.SIDES, Set.of()).places().stream()
              .mapToInt(place -> place instanceof Equals fold ? fold.count() : 1)
              .sum();
      assertEquals(rows, shown);
    }
  }

  @Test
  void fiftyThousandLinesWithNothingInCommonTakeNoMoreThanAMoment() {
    String before = IntStream.range(0, 50_000).mapToObj(i -> "a" + i + "\n").collect(joining());
    String after = IntStream.range(0, 50_000).mapToObj(i -> "b" + i + "\n").collect(joining());
    assertEquals("1 change, +50,000 −50,000", DiffModel.of(before, after).inWords());
    String edited = before.replace("a25000\n", "a25000 x\n").replace("a40000\n", "");
    long start = System.nanoTime();
    assertEquals("2 changes, +1 −2", DiffModel.of(before, edited).inWords());
    long taken = (System.nanoTime() - start) / 1_000_000;
    assertTrue(taken < 5_000, taken + " ms");
  }

  private static List<String> text(Random random) {
    return random
        .ints(random.nextInt(30), 0, 8)
        .mapToObj(i -> i == 0 ? "" : "word " + i + " of a line")
        .toList();
  }

  private static String lines(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(joining());
  }

  private static List<String> side(DiffModel model, Column column) {
    DiffText text =
        new DiffText(DiffShown.of(model, DiffLayout.SIDES, Set.copyOf(model.folds())), column);
    return model.rows().stream()
        .filter(row -> text.row(row) != DiffRow.NONE)
        .map(row -> DiffModel.line(text.source(row), text.row(row)))
        .toList();
  }

  private static String signs(DiffModel model) {
    return model.rows().stream()
        .map(
            row ->
                switch (row.change()) {
                  case EQUAL -> "=";
                  case CHANGED -> "~";
                  case REMOVED -> "−";
                  case ADDED -> "+";
                })
        .collect(joining(" "));
  }
}
