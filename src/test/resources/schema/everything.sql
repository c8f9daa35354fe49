-- At least one of every kind of object that pg_dump -s would carry, on any version from 14.
-- %ROLE% stands for a role that exists.
CREATE SCHEMA app;
CREATE SCHEMA "Odd Näme";
COMMENT ON SCHEMA app IS 'It''s the application''s \ own';
GRANT USAGE ON SCHEMA app TO %ROLE% WITH GRANT OPTION;
REVOKE USAGE ON SCHEMA public FROM PUBLIC;
CREATE EXTENSION IF NOT EXISTS pgcrypto SCHEMA app;
COMMENT ON EXTENSION pgcrypto IS 'hashes';

-- types
CREATE TYPE app.mood AS ENUM ('sad', 'it''s ok', 'happy');
ALTER TYPE app.mood ADD VALUE 'so-so' AFTER 'sad';
COMMENT ON TYPE app.mood IS 'how it is';
CREATE COLLATION app.german (provider = libc, lc_collate = 'C', lc_ctype = 'C');
CREATE TYPE app.pair AS (a integer, "B b" text COLLATE "C");
COMMENT ON COLUMN app.pair.a IS 'first';
CREATE DOMAIN app.positive AS integer DEFAULT 1 NOT NULL CONSTRAINT above_zero CHECK (VALUE > 0);
COMMENT ON CONSTRAINT above_zero ON DOMAIN app.positive IS 'no nothing';
REVOKE USAGE ON TYPE app.positive FROM PUBLIC;
CREATE TYPE app.counted AS (n app.positive, of text);
CREATE TABLE app.within (many app.positive[], one app.counted);
CREATE FUNCTION app.diff(a double precision, b double precision) RETURNS double precision
  LANGUAGE sql IMMUTABLE AS $$ SELECT a - b $$;
CREATE TYPE app.span AS RANGE (subtype = double precision, subtype_diff = app.diff,
                               multirange_type_name = app.spans);
CREATE TYPE app.base;
CREATE FUNCTION app.base_in(cstring) RETURNS app.base LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION app.base_out(app.base) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE app.base (INPUT = app.base_in, OUTPUT = app.base_out, LIKE = integer);
CREATE TYPE app.shell_only;

-- routines
CREATE FUNCTION app.add(a integer, b integer DEFAULT 2, OUT total integer)
  LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET work_mem = '1MB'
  AS $body$ BEGIN total := a + b; /* app.later */ END $body$;
COMMENT ON FUNCTION app.add(integer, integer) IS 'sums up';
ALTER FUNCTION app.add(integer, integer) OWNER TO %ROLE%;
REVOKE EXECUTE ON FUNCTION app.add(integer, integer) FROM PUBLIC;
CREATE FUNCTION app.add(VARIADIC parts text[]) RETURNS text LANGUAGE sql RETURN array_to_string(parts, '');
CREATE PROCEDURE app.tidy(INOUT n integer) LANGUAGE sql BEGIN ATOMIC SELECT n + 1; END;
CREATE FUNCTION app.forward() RETURNS bigint LANGUAGE plpgsql AS 'BEGIN RETURN (SELECT count(*) FROM app.orders); END';
CREATE AGGREGATE app.total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0', COMBINEFUNC = int4pl,
  MSFUNC = int4pl, MINVFUNC = int4mi, MSTYPE = integer, MINITCOND = '0', PARALLEL = SAFE);
COMMENT ON AGGREGATE app.total(integer) IS 'adds';
CREATE AGGREGATE app.every(*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');
CREATE AGGREGATE app.middle(float8 ORDER BY anyelement)
  (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);
GRANT EXECUTE ON FUNCTION app.every() TO %ROLE%;

-- operators, classes, casts
CREATE FUNCTION app.near(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT abs($1 - $2) < 2';
CREATE OPERATOR app.~~~ (FUNCTION = app.near, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = OPERATOR(app.~~~),
  NEGATOR = OPERATOR(app.!~~~));
CREATE FUNCTION app.far(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT NOT app.near($1, $2)';
CREATE OPERATOR app.!~~~ (FUNCTION = app.far, LEFTARG = integer, RIGHTARG = integer, NEGATOR = OPERATOR(app.~~~));
COMMENT ON OPERATOR app.~~~ (integer, integer) IS 'nearly';
CREATE OPERATOR FAMILY app.ints USING btree;
ALTER OPERATOR FAMILY app.ints USING btree ADD FUNCTION 1 (smallint, integer) btint24cmp(smallint, integer);
CREATE OPERATOR CLASS app.reversed FOR TYPE integer USING btree FAMILY app.ints AS
  OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 btint4cmp(integer, integer);
CREATE FUNCTION app.to_pair(integer) RETURNS app.pair LANGUAGE sql IMMUTABLE AS $$ SELECT ROW($1, 'x')::app.pair $$;
CREATE CAST (integer AS app.pair) WITH FUNCTION app.to_pair(integer) AS ASSIGNMENT;
COMMENT ON CAST (integer AS app.pair) IS 'makes two of one';
CREATE CAST (app.mood AS integer) WITH INOUT;
CREATE FUNCTION app.from_sql(internal) RETURNS internal LANGUAGE internal IMMUTABLE STRICT AS 'varchar_support';
CREATE TRANSFORM FOR app.pair LANGUAGE sql (FROM SQL WITH FUNCTION app.from_sql(internal));
CREATE CONVERSION app.conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE ACCESS METHOD heap_too TYPE TABLE HANDLER heap_tableam_handler;
CREATE LANGUAGE plpgsql_too HANDLER plpgsql_call_handler;

-- text search
CREATE TEXT SEARCH TEMPLATE app.tmpl (INIT = dsimple_init, LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH DICTIONARY app.dict (TEMPLATE = app.tmpl, accept = 'false');
CREATE TEXT SEARCH PARSER app.pars (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end,
  LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);
CREATE TEXT SEARCH CONFIGURATION app.conf (PARSER = app.pars);
ALTER TEXT SEARCH CONFIGURATION app.conf ADD MAPPING FOR asciiword, word WITH app.dict, simple;

-- sequences
CREATE SEQUENCE app.down AS smallint INCREMENT BY -2 MINVALUE -100 MAXVALUE 50 START WITH 10 CACHE 5 CYCLE;
GRANT USAGE ON SEQUENCE app.down TO %ROLE%;

-- tables
CREATE TABLE app.orders (
  id bigint GENERATED ALWAYS AS IDENTITY,
  number serial,
  "Select" text COLLATE "C" DEFAULT 'a''b\c',
  mood app.mood DEFAULT 'happy'::app.mood,
  amount numeric(18,8) NOT NULL DEFAULT 0,
  twice numeric GENERATED ALWAYS AS (amount * 2) STORED,
  at timestamptz DEFAULT '2024-01-01 00:00:00+00',
  tags text[],
  period tstzrange,
  big text,
  near integer DEFAULT app.add(1),
  CONSTRAINT orders_pk PRIMARY KEY (id) INCLUDE (amount) WITH (fillfactor = 80),
  CONSTRAINT amount_ok CHECK (amount >= 0),
  CONSTRAINT no_overlap EXCLUDE USING gist (period WITH &&) WHERE (amount > 0) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (number) DEFERRABLE
) WITH (fillfactor = 70, autovacuum_enabled = false, toast.autovacuum_enabled = false);
ALTER TABLE app.orders ALTER big SET STORAGE EXTERNAL, ALTER big SET STATISTICS 500,
  ALTER big SET (n_distinct = 5), ALTER tags SET COMPRESSION pglz;
ALTER TABLE app.orders ADD CONSTRAINT later CHECK (near <> 5) NOT VALID;
COMMENT ON TABLE app.orders IS 'orders';
COMMENT ON COLUMN app.orders."Select" IS 'a column';
COMMENT ON CONSTRAINT orders_pk ON app.orders IS 'the key';
COMMENT ON INDEX app.orders_pk IS 'its index';
GRANT SELECT, INSERT ("Select") ON app.orders TO %ROLE%;
GRANT UPDATE (mood) ON app.orders TO PUBLIC;
GRANT DELETE ON app.orders TO %ROLE% WITH GRANT OPTION;
SET SESSION AUTHORIZATION %ROLE%;
GRANT DELETE ON app.orders TO PUBLIC;
RESET SESSION AUTHORIZATION;
CREATE TABLE app.lines (
  order_id bigint REFERENCES app.orders ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  line integer, CONSTRAINT lines_pk PRIMARY KEY (order_id, line));
ALTER TABLE app.lines OWNER TO %ROLE%;
ALTER TABLE app.lines ADD CONSTRAINT self FOREIGN KEY (order_id, line) REFERENCES app.lines NOT VALID;
CREATE TABLE app.odd_one () USING heap_too;
CREATE UNLOGGED TABLE "Odd Näme"."Tab""le" ("Col""umn" integer PRIMARY KEY, x app.pair, y integer);
ALTER TABLE "Odd Näme"."Tab""le" DROP COLUMN y;
CREATE TABLE app.typed OF app.pair (a WITH OPTIONS NOT NULL DEFAULT 5);

-- a function in a default that needs the table itself
CREATE TABLE app.circle (id integer, n integer);
CREATE FUNCTION app.of_circle(app.circle DEFAULT NULL) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
ALTER TABLE app.circle ALTER n SET DEFAULT app.of_circle();
ALTER TABLE app.circle ADD CHECK (app.of_circle(circle) > 0);

-- inheritance
CREATE TABLE app.animal (name text NOT NULL DEFAULT 'x', legs integer CHECK (legs >= 0));
CREATE TABLE app.dog (barks boolean) INHERITS (app.animal);
ALTER TABLE app.dog ALTER name SET DEFAULT 'rex', ALTER legs SET NOT NULL;
CREATE TABLE app.cat (lives integer) INHERITS (app.animal);
ALTER TABLE app.animal ADD weight numeric DEFAULT 1 CHECK (weight > 0);
CREATE TABLE app.bird (wings integer, legs integer, name text NOT NULL, weight numeric,
  CONSTRAINT animal_legs_check CHECK (legs >= 0), CONSTRAINT animal_weight_check CHECK (weight > 0));
ALTER TABLE app.bird INHERIT app.animal;

-- partitions
CREATE TABLE app.events (id bigint NOT NULL, at date NOT NULL, kind text DEFAULT 'k', n integer CHECK (n > 0))
  PARTITION BY RANGE (at);
CREATE TABLE app.events_1 PARTITION OF app.events (kind DEFAULT 'one') FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE app.events_2 (n integer, kind text, at date NOT NULL, id bigint NOT NULL, CONSTRAINT events_n_check CHECK (n > 0));
ALTER TABLE app.events ATTACH PARTITION app.events_2 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE app.events_rest PARTITION OF app.events DEFAULT PARTITION BY HASH (id);
CREATE TABLE app.events_rest_0 PARTITION OF app.events_rest FOR VALUES WITH (modulus 1, remainder 0);
ALTER TABLE app.events ADD PRIMARY KEY (id, at);
CREATE INDEX events_kind ON app.events (kind);
CREATE INDEX events_only ON ONLY app.events (n);
CREATE TABLE app.of_events (id bigint, at date, FOREIGN KEY (id, at) REFERENCES app.events);
ALTER TABLE app.events ADD FOREIGN KEY (id) REFERENCES app.orders;

-- indexes and statistics
CREATE INDEX orders_expr ON app.orders USING btree (lower("Select") COLLATE "C" text_pattern_ops DESC NULLS LAST)
  INCLUDE (at) WITH (fillfactor = 50) WHERE amount > 1;
ALTER INDEX app.orders_expr ALTER COLUMN 1 SET STATISTICS 77;
COMMENT ON INDEX app.orders_expr IS 'an index';
CREATE UNIQUE INDEX lines_unique ON app.lines (line, order_id);
ALTER TABLE app.lines ALTER order_id SET NOT NULL, ALTER line SET NOT NULL;
ALTER TABLE app.lines REPLICA IDENTITY USING INDEX lines_unique;
ALTER TABLE app.lines CLUSTER ON lines_pk;
ALTER TABLE app.animal REPLICA IDENTITY FULL;
CREATE INDEX orders_tags ON app.orders USING gin (tags);
CREATE STATISTICS app.stats (ndistinct, dependencies) ON number, near FROM app.orders;
CREATE STATISTICS app.expr_stats ON (number + 1), near FROM app.orders;
ALTER STATISTICS app.stats SET STATISTICS 300;
COMMENT ON STATISTICS app.stats IS 'some';

-- views
CREATE VIEW app.a_view WITH (security_barrier = true, check_option = 'local') AS
  SELECT id, amount AS "Amount" FROM app.orders WHERE amount > 0;
ALTER VIEW app.a_view ALTER "Amount" SET DEFAULT 3;
COMMENT ON VIEW app.a_view IS 'a view';
COMMENT ON COLUMN app.a_view."Amount" IS 'of it';
CREATE VIEW app.aa_on_z AS SELECT 1 AS x;
CREATE VIEW app.z_view AS SELECT id AS x FROM app.a_view;
CREATE OR REPLACE VIEW app.aa_on_z AS SELECT z.x::integer AS x FROM app.z_view z;
CREATE VIEW app.grouped AS SELECT o.id, o.amount, o.mood FROM app.orders o GROUP BY o.id;
CREATE MATERIALIZED VIEW app.matter AS SELECT id, number FROM app.orders;
CREATE UNIQUE INDEX matter_id ON app.matter (id);
CREATE INDEX matter_expr ON app.matter ((number + 1));
ALTER MATERIALIZED VIEW app.matter CLUSTER ON matter_id;
COMMENT ON MATERIALIZED VIEW app.matter IS 'kept';
GRANT SELECT ON app.matter TO %ROLE%;
-- two views in a circle
CREATE VIEW app.ring_a AS SELECT 1 AS n;
CREATE VIEW app.ring_b AS SELECT n FROM app.ring_a;
CREATE FUNCTION app.of_ring(app.ring_b) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE OR REPLACE VIEW app.ring_a AS SELECT app.of_ring(NULL) AS n;

-- triggers, rules, policies
CREATE FUNCTION app.fire() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER before_it BEFORE INSERT OR UPDATE OF amount ON app.orders
  FOR EACH ROW WHEN (NEW.amount > 5) EXECUTE FUNCTION app.fire('a', 'b');
CREATE TRIGGER off_it AFTER DELETE ON app.orders REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION app.fire();
ALTER TABLE app.orders DISABLE TRIGGER off_it;
CREATE CONSTRAINT TRIGGER at_end AFTER INSERT ON app.lines DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.fire();
COMMENT ON TRIGGER before_it ON app.orders IS 'fires';
CREATE TRIGGER every_part AFTER INSERT ON app.events FOR EACH ROW EXECUTE FUNCTION app.fire();
ALTER TABLE app.events_1 DISABLE TRIGGER every_part;
CREATE TRIGGER instead INSTEAD OF INSERT ON app.a_view FOR EACH ROW EXECUTE FUNCTION app.fire();
CREATE RULE no_delete AS ON DELETE TO app.lines DO INSTEAD NOTHING;
ALTER TABLE app.lines ENABLE ALWAYS RULE no_delete;
COMMENT ON RULE no_delete ON app.lines IS 'never';
ALTER TABLE app.orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.orders FORCE ROW LEVEL SECURITY;
CREATE POLICY mine ON app.orders AS RESTRICTIVE FOR UPDATE TO %ROLE% USING (amount > 0) WITH CHECK (amount > 1);
CREATE POLICY all_of_us ON app.orders USING (true);
COMMENT ON POLICY mine ON app.orders IS 'a policy';

-- foreign
CREATE FOREIGN DATA WRAPPER wrap OPTIONS (debug 'true');
CREATE SERVER far TYPE 't' VERSION '1' FOREIGN DATA WRAPPER wrap OPTIONS (host 'h''x', "Port" '1');
GRANT USAGE ON FOREIGN SERVER far TO %ROLE%;
CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS (user 'u', password 'never-shown');
CREATE FOREIGN TABLE app.remote (id integer OPTIONS (column_name 'i') NOT NULL, t text DEFAULT 'x',
  CONSTRAINT pos CHECK (id > 0)) SERVER far OPTIONS (table_name 'r');
COMMENT ON FOREIGN TABLE app.remote IS 'there';
COMMENT ON SERVER far IS 'a server';

-- replication, events, defaults
CREATE PUBLICATION a_few FOR TABLE app.orders, ONLY app.animal WITH (publish = 'insert, update');
CREATE PUBLICATION everything FOR ALL TABLES WITH (publish_via_partition_root = true);
CREATE SUBSCRIPTION sub CONNECTION 'host=nowhere password=never-shown' PUBLICATION p, q
  WITH (connect = false, slot_name = NONE, enabled = false, create_slot = false);
CREATE FUNCTION app.on_ddl() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER watch ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION app.on_ddl();
CREATE EVENT TRIGGER off ON sql_drop EXECUTE FUNCTION app.on_ddl();
ALTER EVENT TRIGGER off DISABLE;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO %ROLE%;
ALTER DEFAULT PRIVILEGES FOR ROLE %ROLE% REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
