package dev.retort.postgres.catalog;

import java.util.ArrayList;
import java.util.List;

/** Makes types, domains and collations by chance, and says what columns can be of them. */
final class TypeGenerator {
  private final Dice dice;
  private final String role;
  private final List<String> columns = new ArrayList<>();

  TypeGenerator(Dice dice, String role) {
    this.dice = dice;
    this.role = role;
  }

  /**
   * Makes them.
   *
   * @param mood whether there is an enum of that name
   * @param positive whether there is a domain of that name
   * @param pair whether there is a composite type of that name
   */
  void all(boolean mood, boolean positive, boolean pair) {
    if (dice.maybe(40, "CREATE COLLATION coll FROM " + dice.one("\"C\"", "\"POSIX\""))) {
      columns.add("co text COLLATE coll");
      columns.add("co varchar(9) COLLATE coll DEFAULT 'c'");
    }
    columns.add("cc text COLLATE " + dice.one("\"C\"", "\"POSIX\""));
    domains(mood, positive);
    if (pair && mood && dice.maybe(40, "CREATE TYPE nest AS (p pair, m mood[])")) {
      columns.add("ne nest");
    }
    if (dice.maybe(
        40, "CREATE TYPE span AS RANGE (subtype = " + dice.one("integer", "bigint") + ")")) {
      columns.add("sp span");
      columns.add("sp span[] DEFAULT '{}'");
      columns.add("sm span_multirange");
      dice.maybe(30, "COMMENT ON TYPE span IS 's" + dice.below(2) + "'");
    }
    base();
    if (dice.maybe(30, "CREATE EXTENSION hstore")) {
      columns.add("hs hstore");
    }
  }

  private void domains(boolean mood, boolean positive) {
    if (dice.maybe(
        50,
        "CREATE DOMAIN many AS "
            + dice.one("integer[]", "bigint[]", "text[]")
            + dice.one("", " CHECK (cardinality(VALUE) < 5)", " CHECK (cardinality(VALUE) < 6)"))) {
      columns.add("ma many");
      columns.add("ma many NOT NULL DEFAULT '{}'");
    }
    if (positive) {
      columns.add("pa positive[]");
      if (dice.maybe(
          40, "CREATE DOMAIN more AS positive" + dice.one("", " NOT NULL", " DEFAULT 7"))) {
        columns.add("mo more");
        columns.add("mo more[]");
      }
    }
    if (mood
        && dice.maybe(
            40,
            "CREATE DOMAIN dm AS mood" + dice.one("", " DEFAULT 'b'", " CHECK (VALUE >= 'b')"))) {
      columns.add("dm dm");
      dice.maybe(30, "ALTER DOMAIN dm OWNER TO " + role);
    }
  }

  /** A base type, with the server's own functions behind it. */
  private void base() {
    if (!dice.chance(25)) {
      return;
    }
    dice.add("CREATE TYPE word");
    dice.add(
        "CREATE FUNCTION word_in(cstring) RETURNS word LANGUAGE internal IMMUTABLE STRICT AS"
            + " 'textin'");
    dice.add(
        "CREATE FUNCTION word_out(word) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS"
            + " 'textout'");
    dice.add(
        "CREATE TYPE word (INPUT = word_in, OUTPUT = word_out, LIKE = text"
            + dice.one("", ", STORAGE = external", ", CATEGORY = 'S'")
            + ")");
    columns.add("wo word");
    columns.add("wo word[]");
    dice.maybe(30, "CREATE CAST (word AS text) WITHOUT FUNCTION" + dice.one("", " AS IMPLICIT"));
  }

  /** A few columns of these types, no two of one name. */
  List<String> columns() {
    List<String> all = new ArrayList<>(columns);
    dice.shuffle(all);
    List<String> few = new ArrayList<>();
    for (String column : all) {
      String name = column.substring(0, column.indexOf(' ') + 1);
      if (dice.chance(25) && few.stream().noneMatch(other -> other.startsWith(name))) {
        few.add(column);
      }
    }
    return few;
  }
}
