package dev.retort.postgres.catalog;

/** Asks for publications and subscriptions, as {@link GeneralSql} does. */
final class ReplicationSql {
  private static final int VERSION_15 = 150_000;
  private static final int VERSION_16 = 160_000;
  private static final int VERSION_17 = 170_000;

  private static final String SCHEMAS =
      """
      || ARRAY(SELECT 'ALTER PUBLICATION ' || quote_ident(p.pubname) || ' ADD TABLES IN SCHEMA '
                      || quote_ident(n.nspname)
                 FROM pg_publication_namespace pn JOIN pg_namespace n ON n.oid = pn.pnnspid
                WHERE pn.pnpubid = p.oid ORDER BY n.nspname)\
      """;

  private static final String FILTER =
      """
      || coalesce(' (' || (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
                             FROM pg_attribute a WHERE a.attrelid = r.prrelid
                              AND a.attnum = ANY (r.prattrs)) || ')', '')
      || coalesce(' WHERE (' || pg_get_expr(r.prqual, r.prrelid) || ')', '')\
      """;

  private ReplicationSql() {}

  /** Row filters, column lists and whole schemas came with version 15. */
  static String publications(int version) {
    return """
    SELECT 'pg_publication', p.oid, 'PUBLICATION', '', quote_ident(p.pubname), '', %1$s,
           ARRAY['CREATE PUBLICATION ' || quote_ident(p.pubname)
                 || CASE WHEN p.puballtables THEN ' FOR ALL TABLES' ELSE '' END
                 || ' WITH (publish = ' || quote_literal(concat_ws(', ',
                      CASE WHEN p.pubinsert THEN 'insert' END,
                      CASE WHEN p.pubupdate THEN 'update' END,
                      CASE WHEN p.pubdelete THEN 'delete' END,
                      CASE WHEN p.pubtruncate THEN 'truncate' END))
                 || CASE WHEN p.pubviaroot THEN ', publish_via_partition_root = true' ELSE '' END
                 || CASE to_jsonb(p) ->> 'pubgencols'
                      WHEN 's' THEN ', publish_generated_columns = stored' ELSE '' END || ')']
           || ARRAY(SELECT 'ALTER PUBLICATION ' || quote_ident(p.pubname) || ' ADD TABLE ONLY '
                      || r.prrelid::regclass %2$s
                 FROM pg_publication_rel r WHERE r.prpubid = p.oid
                ORDER BY r.prrelid::regclass::text)
           %3$s, NULL
      FROM pg_publication p
    """
        .formatted(
            Names.role("p.pubowner"),
            version >= VERSION_15 ? FILTER : "",
            version >= VERSION_15 ? SCHEMAS : "");
  }

  /** Where a subscription leads may be a secret, and it must not begin by itself elsewhere. */
  static String subscriptions(int version) {
    return """
    SELECT 'pg_subscription', s.oid, 'SUBSCRIPTION', '', quote_ident(s.subname), '', %s,
           ARRAY['CREATE SUBSCRIPTION ' || quote_ident(s.subname) || ' CONNECTION %s PUBLICATION '
                 || (SELECT string_agg(quote_ident(p), ', ' ORDER BY p)
                       FROM unnest(s.subpublications) AS p)
                 || ' WITH (' || concat_ws(', ', 'connect = false',
                      'slot_name = ' || coalesce(quote_literal(s.subslotname), 'NONE'),
                      CASE WHEN s.subbinary THEN 'binary = true' END,
                      CASE WHEN s.subsynccommit <> 'off'
                        THEN 'synchronous_commit = ' || quote_literal(s.subsynccommit) END
                      %s) || ')'],
           'Where it leads is left out, as that may hold a secret.'
      FROM pg_subscription s
     WHERE s.subdbid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
    """
        .formatted(Names.role("s.subowner"), "''".repeat(2), options(version));
  }

  private static String options(int version) {
    StringBuilder options = new StringBuilder();
    if (version >= VERSION_15) {
      options.append(", CASE WHEN s.subtwophasestate <> 'd' THEN 'two_phase = true' END");
      options.append(", CASE WHEN s.subdisableonerr THEN 'disable_on_error = true' END");
    }
    if (version >= VERSION_16) {
      options.append(", CASE WHEN NOT s.subpasswordrequired THEN 'password_required = false' END");
      options.append(", CASE WHEN s.subrunasowner THEN 'run_as_owner = true' END");
      options.append(
          ", CASE WHEN s.suborigin <> 'any' THEN 'origin = ' || quote_literal(s.suborigin) END");
      options.append(
          ", CASE s.substream WHEN 't' THEN 'streaming = on' WHEN 'p' THEN 'streaming = parallel'"
              + " ELSE 'streaming = off' END");
    } else {
      options.append(", CASE WHEN s.substream THEN 'streaming = on' END");
    }
    if (version >= VERSION_17) {
      options.append(", CASE WHEN s.subfailover THEN 'failover = true' END");
    }
    return options.toString();
  }
}
