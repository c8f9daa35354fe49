package dev.retort.postgres.catalog;

/** What several queries say in the same way. */
final class Names {
  /** Holds where the schema {@code n} is neither the system's nor for temporary objects. */
  static final String USERS_SCHEMA = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

  /** Holds for an option's name that may stand for a secret. */
  static final String SECRET = "(o.option_name ~* 'pass|secret|token|credential|private')";

  private Names() {}

  /** A column that holds a role, as its name. */
  static String role(String column) {
    return "quote_ident(pg_get_userbyid(" + column + "))";
  }

  /**
   * The OPTIONS clause of a foreign object, with a space before it; empty where there are none.
   * What may be a secret is left out.
   */
  static String foreignOptions(String column) {
    return """
    coalesce((SELECT ' OPTIONS (' || string_agg(quote_ident(o.option_name) || ' '
                || quote_literal(o.option_value), ', ' ORDER BY o.option_name) || ')'
               FROM pg_options_to_table(%s) AS o WHERE NOT %s), '')\
    """
        .formatted(column, SECRET);
  }

  /** An operator by its number, as OPERATOR() takes it. */
  static String operator(String oid) {
    return """
    (SELECT 'OPERATOR(' || quote_ident(xn.nspname) || '.' || x.oprname || ')'
       FROM pg_operator x JOIN pg_namespace xn ON xn.oid = x.oprnamespace WHERE x.oid = %s)\
    """
        .formatted(oid);
  }
}
