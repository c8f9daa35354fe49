-- What came with version 18.
CREATE TABLE app.modern (
  id int4range, at tstzrange, a integer CONSTRAINT a_must NOT NULL, b integer GENERATED ALWAYS AS (a * 2) VIRTUAL,
  c integer NOT NULL NO INHERIT,
  PRIMARY KEY (a),
  CONSTRAINT lenient CHECK (a > 0) NOT ENFORCED);
ALTER TABLE app.modern ADD CONSTRAINT late NOT NULL at NOT VALID;
CREATE TABLE app.refers (a integer, CONSTRAINT fk FOREIGN KEY (a) REFERENCES app.modern NOT ENFORCED);
CREATE TABLE app.temporal (id int4range, at tstzrange, PRIMARY KEY (id, at WITHOUT OVERLAPS));
CREATE TABLE app.of_temporal (id int4range, at tstzrange,
  FOREIGN KEY (id, PERIOD at) REFERENCES app.temporal (id, PERIOD at));
CREATE PUBLICATION generated FOR TABLE app.modern WITH (publish_generated_columns = stored);
