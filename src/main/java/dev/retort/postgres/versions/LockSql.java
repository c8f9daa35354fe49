package dev.retort.postgres.versions;

import dev.retort.execute.state.ServerError;
import dev.retort.postgres.Activity;

/**
 * The session advisory lock of a run (manual, chapter 13.3.5). The server keeps such locks by
 * database; the key adds the version table: two integers, one that says Retort, and a hash of the
 * table's name with its schema.
 */
final class LockSql {
  /** "RTRT" in ASCII. */
  private static final int RETORT = 0x52545254;

  /** The second integer, over {@code place.schema} and {@code place.name}. */
  static final String KEY = "pg_catalog.hashtext(place.schema || '.' || place.name)";

  private static final String LOST = "retort-lock-lost/";

  /** Whether this session holds the lock with the key that follows. */
  private static final String HELD =
      "SELECT FROM pg_catalog.pg_locks l WHERE l.locktype = 'advisory'"
          + " AND l.pid = pg_catalog.pg_backend_pid() AND l.classid = "
          + RETORT
          + " AND l.objsubid = 2 AND l.granted AND l.objid = ";

  private LockSql() {}

  /**
   * Tries to take the lock on what {@link Location#query} finds, without waiting, and takes it
   * twice, for {@link #stillHeld}. Two columns: whether it was had, null where it was not tried;
   * whether this session had it already, which is somebody else's doing, and means that the session
   * is shared.
   *
   * @param guard a condition without which it is not tried
   */
  static String tryLock(VersionTable table, String guard) {
    // The location is looked up again rather than sent: it travels in the same message.
    return "SELECT CASE WHEN NOT own.held AND "
        + guard
        + " THEN "
        + twice("pg_catalog.pg_try_advisory_lock(" + RETORT + ", own.key)")
        + " END, own.held FROM (SELECT located.key, EXISTS ("
        + HELD
        + "(located.key::bigint & 4294967295)::oid) AS held FROM ("
        + keyQuery(table)
        + ") AS located) AS own;\n";
  }

  /** Who else holds it: {@link Activity#COLUMNS}; no row if nobody does. */
  static String holder(VersionTable table) {
    return "SELECT "
        + Activity.COLUMNS
        + " FROM pg_catalog.pg_locks l CROSS JOIN LATERAL "
        + Activity.OF_LOCK
        + " WHERE l.locktype = 'advisory' AND l.database = (SELECT d.oid FROM"
        + " pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())"
        + " AND l.classid = "
        + RETORT
        + " AND l.objsubid = 2 AND l.granted AND l.pid <> pg_catalog.pg_backend_pid()"
        + " AND l.objid = (SELECT (located.key::bigint & 4294967295)::oid FROM ("
        + keyQuery(table)
        + ") AS located);\n";
  }

  /**
   * Fails, in a telling way, if this session no longer holds the lock: a statement may have let go
   * of it ({@code DISCARD ALL}), or a pooler may have put another session in its place.
   *
   * <p>The lock is held twice, so one hold can be given back and taken again without the lock ever
   * being free; who holds none has none to give back. That takes microseconds, where a look into
   * {@code pg_locks} walks the server's whole lock table at each step.
   *
   * @param processId the server process that took it
   */
  static String stillHeld(int key, int processId) {
    return "SELECT CASE " + lost(key, processId) + " ELSE 1 END;\n";
  }

  /** The same as one branch of a CASE, of whole numbers. */
  static String lost(int key, int processId) {
    String lock = "(" + RETORT + ", " + key + ")";
    return "WHEN pg_catalog.pg_backend_pid() <> "
        + processId
        + " OR NOT CASE WHEN pg_catalog.pg_advisory_unlock"
        + lock
        + " THEN pg_catalog.pg_try_advisory_lock"
        + lock
        + " ELSE false END THEN ('"
        + LOST
        + "' || pg_catalog.pg_backend_pid())::integer";
  }

  /** Whether an error is that of {@link #stillHeld}. */
  static boolean tellsOfLoss(ServerError error) {
    return error.is("22P02") && error.message().contains(LOST);
  }

  /** The server process that {@link #stillHeld} found itself in. */
  static int foundProcess(ServerError error) {
    String text = error.message();
    String digits = text.substring(text.indexOf(LOST) + LOST.length()).replaceAll("\\D.*", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  /** Lets go of a lock that this session holds; one row if it is in the process that took it. */
  static String unlock(int key, int processId) {
    return "SELECT "
        + twice("pg_catalog.pg_advisory_unlock(" + RETORT + ", " + key + ")")
        + " WHERE pg_catalog.pg_backend_pid() = "
        + processId;
  }

  private static String twice(String call) {
    return "CASE WHEN " + call + " THEN " + call + " ELSE false END";
  }

  private static String keyQuery(VersionTable table) {
    return "WITH " + Location.place(table) + " SELECT " + KEY + " AS key FROM place";
  }
}
