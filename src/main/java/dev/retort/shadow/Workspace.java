package dev.retort.shadow;

import dev.retort.execute.Database;
import dev.retort.revision.Script;
import dev.retort.schema.Snapshot;
import dev.retort.schema.ddl.CanonicalDdl;
import dev.retort.shadow.rows.RowSession;
import java.util.List;

/** One shadow database, for as long as somebody works in it. For one thread. */
public interface Workspace extends AutoCloseable {

  /** Replays a baseline, as the sandbox does: each statement commits by itself. */
  void baseline(List<Script> scripts);

  /** Gives it a schema; it must be empty. */
  void load(CanonicalDdl schema);

  /** The database as the executor takes it. */
  Database database();

  /** Its schema now, the version table left out. */
  Snapshot snapshot();

  /** Another database with the same content. The caller closes it. */
  Workspace fork();

  /** A connection for sample rows. The caller closes it. */
  RowSession rows();

  /**
   * Keeps the database as it is, to be copied from. Nothing more can be done with it here.
   *
   * @param key what it is asked for by; 32 hexadecimal digits
   */
  void keep(String key);

  /** Drops the database, unless it was kept. */
  @Override
  void close();
}
