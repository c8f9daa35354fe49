package dev.retort.postgres.catalog;

import java.util.List;

/** Makes by chance what is neither a type nor a table of the ordinary kind. */
final class RestGenerator {
  private final Dice dice;
  private final String role;

  RestGenerator(Dice dice, String role) {
    this.dice = dice;
    this.role = role;
  }

  /** What other things may use: functions of several forms, an aggregate, an operator. */
  void routines() {
    if (dice.chance(50)) {
      dice.add(
          "CREATE FUNCTION many_ways(a integer"
              + dice.one("", ", b integer DEFAULT 1", ", b text", ", VARIADIC b integer[]")
              + ") RETURNS "
              + dice.one("integer", "text", "SETOF integer", "TABLE (x integer, y text)")
              + " LANGUAGE sql"
              + dice.one("", " STABLE", " IMMUTABLE STRICT PARALLEL SAFE", " SECURITY DEFINER")
              + dice.one("", " COST 7", " SET search_path = public")
              + " AS 'SELECT "
              + dice.one("1", "2")
              + "'");
      dice.maybe(30, "GRANT EXECUTE ON FUNCTION many_ways TO " + role);
      dice.maybe(30, "COMMENT ON FUNCTION many_ways IS 'm" + dice.below(2) + "'");
      dice.maybe(20, "ALTER FUNCTION many_ways OWNER TO " + role);
    }
    dice.maybe(
        30,
        "CREATE PROCEDURE proceed("
            + dice.one("a integer", "INOUT a integer", "a text")
            + ") LANGUAGE plpgsql AS 'BEGIN a := a; END'");
    dice.maybe(
        40,
        "CREATE AGGREGATE total("
            + dice.one(
                "integer) (SFUNC = int4pl, STYPE = integer",
                "bigint) (SFUNC = int8pl, STYPE = bigint",
                "integer) (SFUNC = int4larger, STYPE = integer")
            + ", INITCOND = '"
            + dice.below(2)
            + "')");
    if (dice.chance(40)) {
      dice.add(
          "CREATE FUNCTION near(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS"
              + " 'SELECT abs($1 - $2) < "
              + dice.below(3)
              + "'");
      dice.add(
          "CREATE OPERATOR === (FUNCTION = near, LEFTARG = integer, RIGHTARG = integer"
              + dice.one("", ", COMMUTATOR = ===", ", RESTRICT = eqsel")
              + ")");
      dice.maybe(50, "CREATE TABLE op (n integer CHECK (n OPERATOR(public.===) 3))");
    }
  }

  /** What needs no table, or brings its own. */
  void apart() {
    if (dice.chance(50)) {
      dice.add(
          "CREATE TABLE ex (k "
              + dice.one("integer", "bigint")
              + ", r int4range, u text"
              + dice.one("", " UNIQUE", " UNIQUE DEFERRABLE INITIALLY DEFERRED")
              + ", CONSTRAINT ex_x EXCLUDE USING gist (r WITH "
              + dice.one("&&", "-|-")
              + ")"
              + dice.one("", " DEFERRABLE", " WHERE (k > 0)")
              + ")");
      dice.maybe(40, "ALTER TABLE ex ADD CONSTRAINT ex_c CHECK (k < 100) NOT VALID");
      dice.maybe(40, "ALTER TABLE ex ADD COLUMN s " + dice.one("serial", "bigserial"));
      dice.maybe(30, "ALTER TABLE ex OWNER TO " + role);
      dice.maybe(30, "ALTER TABLE ex SET UNLOGGED");
      dice.maybe(40, "ALTER TABLE ex ALTER u SET STORAGE " + dice.one("EXTERNAL", "MAIN"));
      dice.maybe(30, "CREATE STATISTICS ex_s" + dice.one(" (ndistinct)", "") + " ON k, u FROM ex");
      dice.maybe(30, "CREATE STATISTICS ex_e ON (k + 1) FROM ex");
    }
    dice.maybe(
        30,
        "CREATE TEXT SEARCH CONFIGURATION ts (COPY = pg_catalog."
            + dice.one("simple", "english")
            + ")");
    foreign();
    otherSchema();
    if (dice.chance(25)) {
      dice.add("CREATE FUNCTION note() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'");
      dice.add(
          "CREATE EVENT TRIGGER et ON ddl_command_end"
              + dice.one("", " WHEN TAG IN ('COMMENT')")
              + " EXECUTE FUNCTION note()");
    }
  }

  private void foreign() {
    if (!dice.chance(40)) {
      return;
    }
    dice.add("CREATE FOREIGN DATA WRAPPER wrap" + dice.one("", " OPTIONS (debug 'true')"));
    dice.add(
        "CREATE SERVER far"
            + dice.one("", " TYPE 'x'", " VERSION '1'")
            + " FOREIGN DATA WRAPPER wrap"
            + dice.one("", " OPTIONS (host 'a')", " OPTIONS (host 'b', port '1')"));
    dice.maybe(30, "GRANT USAGE ON FOREIGN SERVER far TO " + role);
    if (dice.chance(70)) {
      dice.add(
          "CREATE FOREIGN TABLE ft (a "
              + dice.one("integer", "bigint")
              + dice.one("", " OPTIONS (column_name 'x')", " NOT NULL")
              + dice.one("", ", b text", ", b text OPTIONS (column_name 'y')")
              + ") SERVER far"
              + dice.one("", " OPTIONS (table_name 't')"));
      dice.maybe(30, "CREATE VIEW fv AS SELECT a FROM ft");
    }
  }

  private void otherSchema() {
    if (!dice.maybe(60, "CREATE SCHEMA app" + dice.one("", " AUTHORIZATION " + role))) {
      return;
    }
    dice.maybe(50, "GRANT USAGE ON SCHEMA app TO " + dice.one(role, "PUBLIC"));
    dice.maybe(30, "COMMENT ON SCHEMA app IS 'a" + dice.below(2) + "'");
    dice.maybe(40, "ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT EXECUTE ON FUNCTIONS TO " + role);
    dice.maybe(
        30,
        "ALTER DEFAULT PRIVILEGES "
            + dice.one(
                "GRANT SELECT ON TABLES TO " + role, "REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC"));
    dice.add("CREATE TYPE app.size AS ENUM (" + dice.one("'s', 'l'", "'s', 'm', 'l'") + ")");
    dice.add(
        "CREATE TABLE app.a (id integer PRIMARY KEY, size app.size"
            + dice.one("", " DEFAULT 's'", " NOT NULL DEFAULT 'l'")
            + ")");
    dice.maybe(40, "CREATE VIEW app.v AS SELECT id, size FROM app.a");
    dice.maybe(
        30,
        "CREATE FUNCTION app.f(x app."
            + dice.one("size", "a")
            + ") RETURNS integer LANGUAGE sql AS 'SELECT 1'");
  }

  /** What hangs on the tables. */
  void onTables(List<String> tables) {
    if (tables.isEmpty()) {
      return;
    }
    children(tables);
    String table = dice.one(tables);
    dice.maybe(
        30,
        "CREATE RULE ru AS ON "
            + dice.one("INSERT", "DELETE")
            + " TO "
            + table
            + dice.one(" DO INSTEAD NOTHING", " DO ALSO NOTIFY x"));
    if (dice.chance(40)) {
      dice.add(
          "CREATE PUBLICATION pub FOR "
              + dice.one("ALL TABLES", "TABLE " + table, "TABLE ONLY " + table)
              + dice.one("", " WITH (publish = 'insert')"));
    }
    dice.maybe(
        30,
        "CREATE VIEW j AS SELECT x.id, y.n FROM "
            + dice.one(tables)
            + " x JOIN "
            + dice.one(tables)
            + " y ON x.ref = y.id"
            + dice.one("", " WHERE y.n > 1"));
    dice.maybe(20, "ALTER VIEW IF EXISTS j OWNER TO " + role);
    dice.maybe(
        20, "CREATE FUNCTION of_row(r " + table + ") RETURNS integer LANGUAGE sql AS 'SELECT r.n'");
    dice.maybe(
        20,
        "ALTER TABLE "
            + table
            + " ADD CONSTRAINT late UNIQUE (ref, n) DEFERRABLE"
            + dice.one("", " INITIALLY DEFERRED"));
  }

  private void children(List<String> tables) {
    if (!dice.chance(40)) {
      return;
    }
    String parent = dice.one(tables);
    dice.add(
        "CREATE TABLE kid (own "
            + dice.one("integer", "text")
            + dice.one("", " DEFAULT 1", " NOT NULL")
            + ") INHERITS ("
            + parent
            + ")");
    dice.maybe(40, "ALTER TABLE kid ALTER n SET DEFAULT 9");
    dice.maybe(30, "ALTER TABLE kid ADD CONSTRAINT kid_own CHECK (own IS NOT NULL)");
    dice.maybe(30, "CREATE INDEX kid_i ON kid (n)");
    dice.maybe(30, "CREATE TABLE grandkid () INHERITS (kid)");
    dice.maybe(20, "ALTER TABLE kid NO INHERIT " + parent);
  }
}
