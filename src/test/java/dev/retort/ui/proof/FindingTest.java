package dev.retort.ui.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.revision.RevisionId;
import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectKind;
import dev.retort.shadow.ObjectChange;
import dev.retort.shadow.RoundTrip;
import dev.retort.shadow.RoundTrip.Verdict;
import dev.retort.shadow.rows.Loss;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of ways back that were tried. */
class FindingTest {
  private static final ObjectChange INDEX =
      new ObjectChange(
          ObjectId.of(ObjectKind.INDEX, "public", "left_behind"),
          Optional.empty(),
          Optional.of("CREATE INDEX left_behind ON public.orders USING btree (id);\n"));

  private static RoundTrip trip(
      String id, Verdict verdict, List<ObjectChange> back, String failure, Loss... losses) {
    return new RoundTrip(
        new RevisionId(id),
        verdict,
        back,
        List.of(),
        Optional.of(failure)
            .filter(text -> !text.isEmpty())
            .map(text -> new RoundTrip.Failure("statement-failed", text)),
        Optional.empty(),
        losses.length == 0
            ? Optional.empty()
            : Optional.of(new RoundTrip.Rows(List.of(), List.of(losses), Optional.empty())),
        5);
  }

  @Test
  void theSameSchemaAgainIsAProofUnlessRowsAreLost() {
    assertEquals(
        Finding.Sort.PROVED, Finding.of(trip("0017", Verdict.EXACT, List.of(), "")).sort());
    Finding lossy =
        Finding.of(
            trip(
                "0018",
                Verdict.EXACT,
                List.of(),
                "",
                new Loss(Loss.Kind.LOST, "orders", "slices", 20, 20)));
    assertEquals(Finding.Sort.LOSES, lossy.sort());
    assertEquals("0018 loses data on the way back.", lossy.words());
    assertEquals(List.of("orders.slices: 20 of 20 values lost on the way back"), lossy.more());
  }

  @Test
  void whatIsLeftBehindIsCountedAndCanBeLookedAt() {
    Finding finding = Finding.of(trip("0003", Verdict.DIFFERS, List.of(INDEX), ""));
    assertEquals("0003 does not lead back: an object is not as before.", finding.words());
    assertTrue(finding.hasDifference());
    Differences texts = Differences.of(finding.trip().orElseThrow());
    assertEquals("before 0003", texts.before().title());
    assertEquals("", texts.before().text());
    assertTrue(texts.after().text().startsWith("-- index public.left_behind\nCREATE INDEX"));
  }

  @Test
  void aFailureSaysWhatFailed() {
    Finding finding = Finding.of(trip("0009", Verdict.DOWN_FAILS, List.of(), "no such table"));
    assertEquals("0009 cannot be undone: no such table", finding.words());
    assertFalse(finding.hasDifference());
  }

  @Test
  void theTitleOfATabCountsThem() {
    Findings all =
        new Findings(
            List.of(
                Finding.of(trip("0017", Verdict.EXACT, List.of(), "")),
                Finding.of(trip("0019", Verdict.COLUMN_ORDER, List.of(), "")),
                Finding.of(trip("0003", Verdict.DIFFERS, List.of(INDEX), ""))));
    assertEquals("✓ 2  ✗ 1", all.counts());
    assertEquals("0017, 0019", all.ids(Finding.Sort.PROVED));
    assertTrue(all.untried().isEmpty());
  }
}
