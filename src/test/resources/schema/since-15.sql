-- What came with version 15.
CREATE TABLE app.nnd (a integer, CONSTRAINT nnd_a UNIQUE NULLS NOT DISTINCT (a));
CREATE UNLOGGED SEQUENCE app.light;
CREATE VIEW app.invoker WITH (security_invoker = true) AS SELECT 1 AS one;
CREATE PUBLICATION filtered FOR TABLE app.nnd (a) WHERE (a > 1);
CREATE PUBLICATION of_schema FOR TABLES IN SCHEMA "Odd Näme", TABLE app.nnd;
