package dev.retort.schema.ddl;

import dev.retort.schema.Options;
import dev.retort.schema.Table;
import java.util.List;

/** Writes what stores a table in another way, and turns row security on and off. */
final class StorageChange {
  private StorageChange() {}

  static void of(Table before, Table after, List<String> sql) {
    String alter = "ALTER " + after.id().kind().words() + " " + after.id().qualified();
    Table.Storage was = before.storage();
    Table.Storage is = after.storage();
    if (was.unlogged() != is.unlogged()) {
      sql.add(alter + (is.unlogged() ? " SET UNLOGGED" : " SET LOGGED"));
    }
    if (!was.accessMethod().equals(is.accessMethod())) {
      sql.add(alter + " SET ACCESS METHOD " + is.accessMethod().orElse("DEFAULT"));
    }
    if (!was.tablespace().equals(is.tablespace())) {
      sql.add(alter + " SET TABLESPACE " + is.tablespace().orElse("pg_default"));
    }
    TableChange.options(alter, was.options(), is.options(), sql);
    TuningChange.foreign(
        alter,
        before.foreign().map(Table.Foreign::options).orElse(Options.NONE),
        after.foreign().map(Table.Foreign::options).orElse(Options.NONE),
        sql);
    if (before.security().enabled() != after.security().enabled()) {
      sql.add(
          alter + (after.security().enabled() ? " ENABLE" : " DISABLE") + " ROW LEVEL SECURITY");
    }
    if (before.security().forced() != after.security().forced()) {
      sql.add(alter + (after.security().forced() ? " FORCE" : " NO FORCE") + " ROW LEVEL SECURITY");
    }
  }
}
