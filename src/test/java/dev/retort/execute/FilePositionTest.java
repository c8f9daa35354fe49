package dev.retort.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.plan.PlannedStatement;
import dev.retort.plan.PlannedStatement.Purpose;
import org.junit.jupiter.api.Test;

class FilePositionTest {
  private static FilePosition at(String sql, int position) {
    return FilePosition.of(new PlannedStatement(Purpose.MIGRATE, 7, 5, "SQL", sql), position);
  }

  @Test
  void theFirstCharacterIsWhereTheStatementBegins() {
    assertEquals(new FilePosition(7, 5), at("SELECT x", 1));
  }

  @Test
  void onTheFirstLineTheStatementsOwnColumnCounts() {
    assertEquals(new FilePosition(7, 12), at("SELECT x", 8));
  }

  @Test
  void onLaterLinesColumnsBeginAtOne() {
    assertEquals(new FilePosition(9, 2), at("SELECT\n\n x", 10));
  }

  @Test
  void aCarriageReturnBelongsToItsLine() {
    assertEquals(new FilePosition(8, 1), at("SELECT\r\nx", 9));
  }

  @Test
  void aCharacterOutsideTheBasicPlaneIsOneForTheServerAndTwoHere() {
    assertEquals(
        new FilePosition(7, 5 + "SELECT '\uD83D\uDE00', ".length()),
        at("SELECT '\uD83D\uDE00', x", 13));
    assertEquals(new FilePosition(8, 3), at("SELECT '\uD83D\uDE00',\n  x", 15));
  }

  @Test
  void aPositionTheServerDoesNotGiveIsTheStatements() {
    assertEquals(new FilePosition(7, 5), at("SELECT x", 0));
  }

  @Test
  void aPositionPastTheEndIsTheEnd() {
    assertEquals(new FilePosition(7, 13), at("SELECT x", 100));
  }
}
