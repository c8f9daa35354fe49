package dev.retort.ui.widget.sql;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words that a reader expects to stand out: key words and types. PostgreSQL's own list (manual,
 * appendix C) has many more, most of which are ordinary names in practice ({@code name}, {@code
 * type}, {@code value}); painting those would mark nearly every identifier. A word such as {@code
 * zone} stands out only behind the word that makes it one of the language's.
 */
final class SqlWords {
  /** What a word is to its reader. */
  enum Sort {
    KEYWORD,
    TYPE,
    NAME
  }

  private static final Set<String> WORDS =
      words(
          """
          ADD AFTER ALL ALTER ALWAYS ANALYZE AND ANY ARRAY AS ASC ATTACH BEFORE BEGIN BETWEEN BY
          CALL CASCADE CASE CAST CHECK CLUSTER COALESCE COLLATE COLUMN COMMENT COMMIT CONCURRENTLY
          CONFLICT CONSTRAINT COPY CREATE CROSS CURRENT_DATE CURRENT_TIMESTAMP CURRENT_USER CYCLE
          DATABASE DECLARE DEFAULT DEFERRABLE DEFERRED DELETE DESC DETACH DISABLE DISTINCT DO DOMAIN
          DROP EACH ELSE ELSIF ENABLE END ENUM EXCEPT EXCEPTION EXCLUDE EXECUTE EXISTS EXTENSION
          FALSE FETCH FILTER FOR FOREACH FOREIGN FROM FULL FUNCTION GENERATED GRANT GROUP HAVING
          IDENTITY IF ILIKE IMMUTABLE IN INCLUDE INCREMENT INDEX INHERITS INITIALLY INNER INSERT
          INSTEAD INTERSECT INTO IS JOIN KEY LANGUAGE LATERAL LEFT LIKE LIMIT LOCK LOOP MATERIALIZED
          NATURAL NO NOT NOTHING NULL NULLS OF OFFSET ON ONLY OR ORDER OUTER OVER OWNED OWNER
          PARTITION PERFORM POLICY PRIMARY PROCEDURE PUBLICATION RAISE RANGE RECURSIVE REFERENCES
          REFRESH REINDEX RENAME REPLACE RESET RESTRICT RETURN RETURNING RETURNS REVOKE RIGHT ROLE
          ROLLBACK ROW RULE SAVEPOINT SCHEMA SECURITY SELECT SEQUENCE SET SETOF STABLE START
          STATISTICS STORED STRICT TABLE TABLESPACE TEMPORARY THEN TO TRANSACTION TRIGGER TRUE
          TRUNCATE TYPE UNION UNIQUE UPDATE USING VACUUM VALID VALIDATE VALUES VIEW VOLATILE WHEN
          WHERE WHILE WINDOW WITH WITHOUT
          """);

  private static final Set<String> TYPES =
      words(
          """
          BIGINT BIGSERIAL BIT BOOL BOOLEAN BYTEA CHAR CHARACTER CIDR CITEXT DATERANGE DECIMAL
          DOUBLE FLOAT FLOAT4 FLOAT8 INET INT INT2 INT4 INT8 INT4RANGE INT8RANGE INTEGER INTERVAL
          JSON JSONB MACADDR MONEY NUMERIC NUMRANGE OID REAL RECORD REGCLASS SERIAL SMALLINT
          SMALLSERIAL TEXT TIMESTAMP TIMESTAMPTZ TIMETZ TSQUERY TSRANGE TSTZRANGE TSVECTOR UUID
          VARCHAR VOID XML
          """);

  /** Names by themselves, part of the language behind one of these. */
  private static final Map<String, Set<String>> BEHIND =
      Map.ofEntries(
          Map.entry("ACTION", Set.of("NO")),
          Map.entry("AGGREGATE", Set.of("CREATE", "DROP", "ALTER")),
          Map.entry("ATTRIBUTE", Set.of("ADD", "DROP", "ALTER", "RENAME")),
          Map.entry("CACHE", Set.of("CYCLE", "INCREMENT")),
          Map.entry("DATA", Set.of("SET", "WITH", "NO")),
          Map.entry("DEFINER", Set.of("SECURITY")),
          Map.entry("IDENTITY", Set.of("AS")),
          Map.entry("INVOKER", Set.of("SECURITY")),
          Map.entry("ISOLATION", Set.of("TRANSACTION")),
          Map.entry("LEVEL", Set.of("ROW", "ISOLATION")),
          Map.entry("OPERATOR", Set.of("CREATE", "DROP", "ALTER")),
          Map.entry("PRIVILEGES", Set.of("ALL", "DEFAULT")),
          Map.entry("STATEMENT", Set.of("EACH")),
          Map.entry("USAGE", Set.of("GRANT", "REVOKE")),
          Map.entry("VALUE", Set.of("ADD")),
          Map.entry("PRECISION", Set.of("DOUBLE")),
          Map.entry("TIME", Set.of("WITH", "WITHOUT", "AT")),
          Map.entry("VARYING", Set.of("CHARACTER", "BIT", "CHAR")),
          Map.entry("ZONE", Set.of("TIME")));

  /** Those of {@link #BEHIND} that go on with the name of a type. */
  private static final Set<String> REST_OF_TYPE = Set.of("PRECISION", "VARYING");

  /** Types whose names columns have as well. */
  private static final Set<String> TYPES_OR_COLUMNS = Set.of("DATE", "TIME");

  private static final Set<String> BEFORE_TYPE = Set.of("TYPE", "AS", "RETURNS", "SETOF");

  private SqlWords() {}

  private static Set<String> words(String list) {
    return Set.of(list.strip().split("\\s+"));
  }

  /** What the word in a place of a text is. */
  static Sort of(String text, int start, int end) {
    String word = text.substring(start, end).toUpperCase(Locale.ROOT);
    if (start > 0 && text.charAt(start - 1) == '.') {
      return Sort.NAME;
    }
    if (TYPES.contains(word)) {
      return Sort.TYPE;
    }
    if (WORDS.contains(word)) {
      return Sort.KEYWORD;
    }
    Set<String> makers = BEHIND.get(word);
    boolean type = TYPES_OR_COLUMNS.contains(word);
    if (makers == null && !type) {
      return Sort.NAME;
    }
    String before = before(text, start);
    if (makers != null && makers.contains(before)) {
      return REST_OF_TYPE.contains(word) ? Sort.TYPE : Sort.KEYWORD;
    }
    boolean behindName = !before.isEmpty() && !WORDS.contains(before);
    return type && (behindName || BEFORE_TYPE.contains(before)) ? Sort.TYPE : Sort.NAME;
  }

  /** The word before a place, in capitals; empty where something else stands there. */
  private static String before(String text, int start) {
    int end = start;
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int from = end;
    while (from > 0 && Character.isJavaIdentifierPart(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from, end).toUpperCase(Locale.ROOT);
  }
}
