package dev.retort.postgres;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.postgresql.core.Field;
import org.postgresql.core.Oid;
import org.postgresql.core.Tuple;

/** The rows of one result, in text form, as the server sent them. */
public final class Rows {
  private final List<Tuple> tuples;
  private final boolean firstIsBoolean;

  Rows(Field[] fields, List<Tuple> tuples) {
    this.tuples = tuples;
    this.firstIsBoolean = fields.length > 0 && fields[0].getOID() == Oid.BOOL;
  }

  /** How many rows. */
  public int size() {
    return tuples.size();
  }

  /** A value by 0-based row and column; empty for null. */
  public Optional<String> get(int row, int column) {
    byte[] value = tuples.get(row).get(column);
    return value == null
        ? Optional.empty()
        : Optional.of(new String(value, StandardCharsets.UTF_8));
  }

  /** A boolean value; false for null. */
  public boolean is(int row, int column) {
    return get(row, column).equals(Optional.of("t"));
  }

  /** 0-based index of the first row whose first column is false or null; -1 if there is none. */
  int firstBad() {
    for (int row = 0; row < tuples.size(); row++) {
      Tuple tuple = tuples.get(row);
      byte[] value = tuple.fieldCount() == 0 ? new byte[0] : tuple.get(0);
      if (value == null || (firstIsBoolean && value.length == 1 && value[0] == 'f')) {
        return row;
      }
    }
    return -1;
  }
}
