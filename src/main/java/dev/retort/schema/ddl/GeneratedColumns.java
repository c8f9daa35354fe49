package dev.retort.schema.ddl;

import dev.retort.schema.Column;

/** What can be done to a generated column (manual, ALTER TABLE). */
final class GeneratedColumns {
  private static final int SET_EXPRESSION = 170_000;

  private GeneratedColumns() {}

  /** Whether it can only be dropped and added. */
  static boolean mustBeMadeAnew(Column before, Column after, int version) {
    boolean is = after.value().orElse(null) instanceof Column.Value.Generated;
    if (before.value().orElse(null) instanceof Column.Value.Generated was) {
      if (after.value().orElse(null) instanceof Column.Value.Generated now) {
        return was.stored() != now.stored()
            || (!was.expression().equals(now.expression()) && version < SET_EXPRESSION);
      }
      return !was.stored();
    }
    return is;
  }
}
