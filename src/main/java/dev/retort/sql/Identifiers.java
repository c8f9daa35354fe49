package dev.retort.sql;

import java.util.Locale;
import java.util.Set;

/** Writes names and strings so that PostgreSQL reads them back as they are. */
public final class Identifiers {

  /**
   * Every key word of PostgreSQL 13 to 18 that is not "unreserved" (manual, appendix C), for which
   * the server's quote_ident adds quotes.
   */
  private static final Set<String> KEYWORDS =
      Set.of(
          """
          all analyse analyze and any array as asc asymmetric authorization between bigint binary
          bit boolean both case cast char character check coalesce collate collation column
          concurrently constraint create cross current_catalog current_date current_role
          current_schema current_time current_timestamp current_user dec decimal default deferrable
          desc distinct do else end except exists extract false fetch float for foreign freeze from
          full grant greatest group grouping having ilike in initially inner inout int integer
          intersect interval into is isnull join json json_array json_arrayagg json_exists
          json_object json_objectagg json_query json_scalar json_serialize json_table json_value
          lateral leading least left like limit localtime localtimestamp merge_action national
          natural nchar none normalize not notnull null nullif numeric offset on only or order out
          outer overlaps overlay placing position precision primary real references returning right
          row select session_user setof similar smallint some substring symmetric system_user table
          tablesample then time timestamp to trailing treat trim true union unique user using values
          varchar variadic verbose when where window with xmlattributes xmlconcat xmlelement
          xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable
          """
              .strip()
              .split("\\s+"));

  private Identifiers() {}

  /**
   * A name as an identifier, in quotes only where it needs them, as by quote_ident.
   *
   * @throws IllegalArgumentException where it is empty or holds a NUL, which no name can
   */
  public static String quote(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("an identifier must not be empty");
    }
    refuseNul(name);
    return isPlain(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A schema and a name in it, with a point between them. */
  public static String quote(String schema, String name) {
    return quote(schema) + "." + quote(name);
  }

  /**
   * A text as a string literal, as by quote_literal: right whatever standard_conforming_strings is.
   *
   * @throws IllegalArgumentException where it holds a NUL, which no text can
   */
  public static String quoteLiteral(String text) {
    refuseNul(text);
    String quoted = "'" + text.replace("'", "''") + "'";
    return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
  }

  private static boolean isPlain(String name) {
    boolean simple = !Chars.isDigit(name.charAt(0));
    for (int i = 0; simple && i < name.length(); i++) {
      char c = name.charAt(i);
      simple = (c >= 'a' && c <= 'z') || Chars.isDigit(c) || c == '_';
    }
    return simple && !KEYWORDS.contains(name.toLowerCase(Locale.ROOT));
  }

  private static void refuseNul(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("PostgreSQL has no character NUL");
    }
  }
}
