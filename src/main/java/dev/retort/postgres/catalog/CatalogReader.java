package dev.retort.postgres.catalog;

import dev.retort.postgres.PostgresSession;
import dev.retort.postgres.PostgresSessions;
import dev.retort.postgres.Rows;
import dev.retort.postgres.versions.VersionTable;
import dev.retort.schema.Dependency;
import dev.retort.schema.Namespace;
import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.Snapshot;
import dev.retort.sql.Identifiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a database's schema as it is at one moment. Needs no right but to connect. */
public final class CatalogReader {
  /**
   * Settings that decide how the server writes what it deparses, and that it does not compile what
   * is asked once; they end with the message.
   */
  private static final String SETTINGS =
      """
      SET LOCAL search_path = '';
      SET LOCAL DateStyle = 'ISO';
      SET LOCAL IntervalStyle = 'postgres';
      SET LOCAL TimeZone = 'UTC';
      SET LOCAL extra_float_digits = 3;
      SET LOCAL quote_all_identifiers = off;
      SET LOCAL jit = off;
      """;

  private final PostgresSessions sessions;
  private final VersionTable versionTable;

  /**
   * A reader; nothing is connected to yet.
   *
   * @param versionTable left out of what is read
   */
  public CatalogReader(PostgresSessions sessions, VersionTable versionTable) {
    this.sessions = sessions;
    this.versionTable = versionTable;
  }

  /**
   * Reads the schema, in a session that the server holds read-only: two round trips.
   *
   * @throws dev.retort.execute.failure.ConnectionFailedException if no connection can be made
   */
  public Snapshot read() {
    try (PostgresSession session = sessions.openReadOnly()) {
      return read(session);
    }
  }

  /** Reads the schema, in such a session that is open already. */
  public Snapshot read(PostgresSession session) {
    int version = session.server().versionNumber();
    return snapshot(version, session.script(script(version, versionTable)));
  }

  /**
   * What is asked of servers of a major version: two readers with the same questions see the same
   * in the same database.
   */
  public static String questions(int majorVersion) {
    return script(majorVersion * 10_000, VersionTable.standard());
  }

  /** Everything that is asked, as one message. */
  static String script(int version, VersionTable table) {
    StringBuilder script = new StringBuilder("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;\n");
    script.append(versionTableSql(table)).append(";\n").append(SETTINGS);
    for (CatalogQuery query : CatalogQuery.values()) {
      script.append(query.sql(version)).append(";\n");
    }
    return script.toString();
  }

  /** Found before the search path is cleared, since it may be what finds it. */
  private static String versionTableSql(VersionTable table) {
    return "SELECT c.oid FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n"
        + " ON n.oid = c.relnamespace WHERE c.relname = "
        + Identifiers.quoteLiteral(table.name())
        + table
            .schema()
            .map(schema -> " AND n.nspname = " + Identifiers.quoteLiteral(schema))
            .orElse(" AND pg_catalog.pg_table_is_visible(c.oid)");
  }

  private static Snapshot snapshot(int version, List<Rows> results) {
    Answers rows = new Answers(results.subList(1, results.size()));
    TraitBook traits =
        new TraitBook(
            rows.to(CatalogQuery.COMMENTS),
            rows.to(CatalogQuery.LABELS),
            rows.to(CatalogQuery.GRANTS));
    Draft draft = new Draft(traits);
    Row.all(results.getFirst()).forEach(row -> draft.leaveOut(Address.relation(row.number())));
    Map<Address, Address> parts = new HashMap<>();
    for (Row row : rows.to(CatalogQuery.MEMBERS)) {
      Address member = address(row);
      draft.leaveOut(member);
      parts.put(member, new Address("pg_extension", row.number()));
    }
    ColumnReader columns = objects(rows, draft);
    return new Snapshot(
        version,
        Children.plain(draft.objects()),
        dependencies(rows, draft, parts, columns),
        draft.omissions());
  }

  private static ColumnReader objects(Answers rows, Draft draft) {
    rows.to(CatalogQuery.NAMESPACES).forEach(row -> namespace(row, draft));
    RelationReader relations =
        new RelationReader(rows.to(CatalogQuery.RELATIONS), rows.to(CatalogQuery.PARENTS), draft);
    SequenceReader sequences = new SequenceReader(rows.to(CatalogQuery.SEQUENCES), draft);
    ColumnReader columns = new ColumnReader(rows.to(CatalogQuery.COLUMNS), draft, sequences);
    relations.addTo(draft, columns);
    sequences.addOwned(draft, columns.names());
    TypeReader.read(rows.to(CatalogQuery.TYPES), draft, columns);
    RoutineReader.read(rows.to(CatalogQuery.ROUTINES), rows.to(CatalogQuery.AGGREGATES), draft);
    TablePartReader parts = new TablePartReader(draft);
    parts.constraints(rows.to(CatalogQuery.CONSTRAINTS));
    parts.indexes(rows.to(CatalogQuery.INDEXES), relations);
    parts.triggers(rows.to(CatalogQuery.TRIGGERS));
    parts.rules(rows.to(CatalogQuery.RULES));
    parts.policies(rows.to(CatalogQuery.POLICIES));
    for (CatalogQuery query :
        List.of(
            CatalogQuery.EXTENSIONS,
            CatalogQuery.LANGUAGES,
            CatalogQuery.COLLATIONS,
            CatalogQuery.OPERATORS,
            CatalogQuery.OPERATOR_CLASSES,
            CatalogQuery.TEXT_SEARCH,
            CatalogQuery.SERVERS,
            CatalogQuery.PUBLICATIONS,
            CatalogQuery.SUBSCRIPTIONS)) {
      GeneralReader.read(rows.to(query), draft);
    }
    GeneralReader.readDefaultPrivileges(rows.to(CatalogQuery.DEFAULT_PRIVILEGES), draft);
    return columns;
  }

  private static void namespace(Row row, Draft draft) {
    Address address = new Address("pg_namespace", row.number());
    ObjectId id = ObjectId.of(ObjectKind.SCHEMA, "", row.text());
    draft.add(address, new Namespace(id, draft.traits().of(address, row.maybe())));
  }

  private static List<Dependency> dependencies(
      Answers rows, Draft draft, Map<Address, Address> parts, ColumnReader columns) {
    rows.to(CatalogQuery.PARTS).forEach(row -> parts.putIfAbsent(address(row), address(row)));
    List<Dependency> dependencies = new ArrayList<>();
    for (Row row : rows.to(CatalogQuery.DEPENDENCIES)) {
      Address from = address(row);
      Optional<ObjectId> on = resolve(address(row), draft, parts, columns);
      Optional<String> column =
          Optional.ofNullable(columns.defaults().get(from)).map(columns.names()::get);
      resolve(from, draft, parts, columns)
          .filter(id -> !id.equals(on.orElse(null)))
          .ifPresent(
              id -> on.ifPresent(need -> dependencies.add(new Dependency(id, column, need))));
    }
    return dependencies;
  }

  private static Address address(Row row) {
    return new Address(row.text(), row.number());
  }

  /** The object a row is, or is a part of: a row type of its table, an array of its element. */
  private static Optional<ObjectId> resolve(
      Address address, Draft draft, Map<Address, Address> parts, ColumnReader columns) {
    Address at = address;
    SequenceReader.ColumnKey column = columns.defaults().get(at);
    if (column != null) {
      return draft.id(Address.relation(column.relation()));
    }
    for (int step = 0; step < 4 && at != null; step++) {
      Optional<ObjectId> id = draft.id(at);
      if (id.isPresent()) {
        return id;
      }
      at = parts.get(at);
    }
    return Optional.empty();
  }
}
