package dev.retort.graph.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.retort.graph.RevisionGraph;
import dev.retort.graph.target.Meaning.Way;
import dev.retort.revision.RevisionId;
import dev.retort.testing.Revisions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets in words, and what would work in place of those that lead too far. */
class MeaningTest {
  private static final RevisionGraph LINE =
      RevisionGraph.of(Revisions.of("0001; 0002<-0001; 0003<-0002; 0004<-0003"));
  private static final RevisionGraph BRANCHES =
      RevisionGraph.of(
          Revisions.of("0001; 0007@audit<-0001; 0008<-0007; 0009<-0008; 0010@money<-0001"));

  private static Meaning on(RevisionGraph graph, String... rows) {
    return new Meaning(graph, Stream.of(rows).map(RevisionId::new).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UP   | head    | the head, 0004
          UP   | heads   | the head, 0004
          UP   | +2      | 2 revisions up from 0002: 0004
          UP   | +1      | 1 revision up from 0002: 0003
          UP   | 0001+2  | 2 revisions up from 0001: 0003
          UP   | head-1  | 1 revision down from the head, 0004: 0003
          UP   | 0003    | 0003, “doc 0003”
          DOWN | -1      | 1 revision down from 0002: 0001
          DOWN | -2      | 2 revisions down from 0002: base
          DOWN | base    | base, before every revision
          STAMP | 0004   | 0004, “doc 0004”
          STAMP | +1     | 1 revision up from 0002: 0003
          """)
  void onOneLine(Way way, String target, String words) {
    assertEquals(words, on(LINE, "0002").of(way, target));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UP   | audit@+2    | 2 revisions up from 0007 on branch audit: 0009
          UP   | audit@head  | the head of branch audit, 0009
          UP   | heads       | 2 heads: 0009 and 0010
          UP   | audit       | where branch audit begins, 0007, “doc 0007”
          DOWN | audit@-1    | 1 revision down from 0007 on branch audit: 0001
          DOWN | audit@base  | base, before every revision of branch audit
          """)
  void onBranches(Way way, String target, String words) {
    assertEquals(words, on(BRANCHES, "0007").of(way, target));
  }

  @Test
  void fromBaseAndFromSeveralRows() {
    assertEquals("2 revisions up from base: 0002", on(LINE).of(Way.UP, "+2"));
    assertThrows(TargetException.class, () -> on(BRANCHES, "0007", "0010").of(Way.UP, "+1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UP   | +7      | The farthest is +2: 0004.
          UP   | 0001+9  | The farthest is 0001+3: 0004.
          DOWN | -9      | The farthest is -2: base.
          UP   | 0004+1  | There is nothing above.
          UP   | +2147483648 | The farthest is +2: 0004.
          UP   | +1      | ''
          UP   | nonsense | ''
          """)
  void theFarthestThatWorksIsNamed(Way way, String target, String words) {
    assertEquals(words, on(LINE, "0002").instead(way, target));
  }

  @Test
  void completionsBeginWithWordsAndIdsAndGoOnWithMessages() {
    assertEquals(List.of("head", "heads"), texts("hea"));
    assertEquals(List.of("0010", "0009", "0008", "0007", "0001"), texts("00"));
    assertEquals(List.of("audit@head", "audit"), texts("aud"));
    assertEquals(List.of("audit@head", "audit@heads"), texts("audit@he"));
    assertEquals(List.of("0010", "0009", "0008", "0007", "0001"), texts("DOC"));
    assertEquals(List.of(), texts("+"));
    assertEquals(List.of(), texts(""));
  }

  @Test
  void onlyTheLastWordIsCompleted() {
    Completion first = Completion.of(BRANCHES, "0009, mon", 5).getFirst();
    assertEquals("0009, money@head", first.in("0009, mon"));
  }

  private static List<String> texts(String typed) {
    return Completion.of(BRANCHES, typed, 9).stream().map(Completion::text).toList();
  }
}
