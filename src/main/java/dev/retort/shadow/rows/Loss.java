package dev.retort.shadow.rows;

/**
 * What became of rows on a round trip.
 *
 * @param table with its schema
 * @param column empty where whole rows are meant
 * @param count how many rows or values
 * @param of how many there were
 */
public record Loss(Kind kind, String table, String column, int count, int of) {

  /** What can become of them. */
  public enum Kind {
    /** They are not there any more. */
    LOST,
    /** Another value is in their place. */
    CHANGED,
    /** They were not there before. */
    LEFT
  }

  /** In words: {@code orders.slices: 20 of 20 values lost on the way back}. */
  public String display() {
    String what = column.isEmpty() ? "rows" : "values";
    String place = column.isEmpty() ? table : table + "." + column;
    return switch (kind) {
      case LOST -> place + ": " + count + " of " + of + " " + what + " lost on the way back";
      case CHANGED -> place + ": " + count + " of " + of + " " + what + " changed on the way back";
      case LEFT -> place + ": " + count + " rows left behind by the way back";
    };
  }
}
