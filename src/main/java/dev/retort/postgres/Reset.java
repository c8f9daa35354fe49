package dev.retort.postgres;

import java.util.OptionalInt;

/**
 * What puts a session back to how it was opened, time-outs included, but for its advisory locks:
 * hence not {@code DISCARD ALL}. Each step of a run ends with it.
 */
public final class Reset {
  private static final String SETTINGS_AND_MORE =
      """
      SET SESSION AUTHORIZATION DEFAULT;
      RESET ROLE;
      RESET ALL;
      CLOSE ALL;
      UNLISTEN *;
      DISCARD TEMP;
      DISCARD SEQUENCES;
      """;

  private static final String DEALLOCATE = "DEALLOCATE ALL;\n";

  private final String butPrepared;

  /** How often what is prepared was deallocated. */
  private int deallocations;

  private boolean unsure;

  Reset(Limits limits) {
    this.butPrepared = SETTINGS_AND_MORE + limits.sql();
  }

  /** The statements, each closed by a semicolon. Allowed inside of a transaction. */
  public String sql() {
    deallocations++;
    unsure = false;
    return butPrepared + DEALLOCATE;
  }

  /** The same, but what is prepared stays so. */
  public String butPreparedSql() {
    return butPrepared;
  }

  /** Something runs that may prepare or deallocate by its own words. */
  void unsure() {
    unsure = true;
  }

  /**
   * How often {@link #sql} was asked for: what was prepared at another count is gone. Absent where
   * something may have prepared or deallocated by its own words since.
   */
  OptionalInt preparing() {
    return unsure ? OptionalInt.empty() : OptionalInt.of(deallocations);
  }
}
