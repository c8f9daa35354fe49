package dev.retort.shadow.rows;

import dev.retort.schema.CompositeType;
import dev.retort.schema.Constraint;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Snapshot;
import dev.retort.sql.Identifiers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of any type, as SQL, different ones for different rows wherever the type allows. */
final class SqlValues {
  private static final Pattern TYPE =
      Pattern.compile("([^()]+?)(?:\\((\\d+)(?:,(-?\\d+))?\\))?( [^()]+)?");
  private static final int DEFAULT_LENGTH = 40;

  private final Map<String, SchemaObject> types = new HashMap<>();
  private final Map<String, List<String>> domainChecks = new HashMap<>();

  SqlValues(Snapshot schema) {
    for (SchemaObject object : schema.objects()) {
      if (object.id().kind() == ObjectKind.TYPE || object.id().kind() == ObjectKind.DOMAIN) {
        types.put(object.id().qualified(), object);
      } else if (object instanceof Constraint check && check.owner().kind() == ObjectKind.DOMAIN) {
        domainChecks
            .computeIfAbsent(check.owner().qualified(), d -> new ArrayList<>())
            .add(check.definition());
      }
    }
  }

  /** What the checks of a domain say; nothing for any other type. */
  List<String> checks(String type) {
    return domainChecks.getOrDefault(type, List.of());
  }

  /** What a type is based on, if it is a domain. */
  String base(String type) {
    return types.get(type) instanceof Domain domain ? base(domain.type()) : type;
  }

  /** The labels of a type, if it is an enum. */
  List<String> labels(String type) {
    return types.get(type) instanceof EnumType labels ? labels.labels() : List.of();
  }

  /** A text as a value of a type. */
  static String literal(String text, String type) {
    return Identifiers.quoteLiteral(text) + "::" + type;
  }

  /**
   * A value for a row.
   *
   * @param name what it is for, which texts begin with
   * @param n the row's number, from 0
   * @return none if there is no way to make one
   */
  Optional<String> of(String type, String name, int n) {
    if (type.endsWith("[]")) {
      String element = type.substring(0, type.length() - 2);
      return of(element, name, n).map(value -> "ARRAY[" + value + "]::" + type);
    }
    return switch (types.get(type)) {
      case EnumType labels when !labels.labels().isEmpty() ->
          Optional.of(literal(labels.labels().get(n % labels.labels().size()), type));
      case Domain domain -> of(domain.type(), name, n).map(value -> value + "::" + type);
      case CompositeType composite -> row(composite, name, n).map(value -> value + "::" + type);
      case null, default -> builtIn(type, name, n).map(text -> literal(text, type));
    };
  }

  private Optional<String> row(CompositeType type, String name, int n) {
    List<String> values = new ArrayList<>();
    for (dev.retort.schema.Column attribute : type.attributes()) {
      Optional<String> value = of(attribute.type(), name, n);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of("ROW(" + String.join(", ", values) + ")");
  }

  private static Optional<String> builtIn(String type, String name, int n) {
    Matcher matcher = TYPE.matcher(type);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String rest = Optional.ofNullable(matcher.group(4)).orElse("");
    String base = matcher.group(1).replaceFirst("^(public|extensions)\\.", "") + rest;
    Optional<Integer> length = Optional.ofNullable(matcher.group(2)).map(Integer::parseInt);
    int scale = Optional.ofNullable(matcher.group(3)).map(Integer::parseInt).orElse(0);
    int one = n + 1;
    return Optional.ofNullable(
        switch (base) {
          case "smallint", "integer", "bigint", "oid", "real", "double precision", "money" ->
              String.valueOf(one);
          case "numeric" -> numeric(length, scale, one);
          case "boolean" -> String.valueOf(n % 2 == 0);
          case "text", "character varying", "character", "name", "citext", "bpchar", "\"char\"" ->
              text(
                  name,
                  n,
                  base.equals("\"char\"")
                      ? 1
                      : length.orElse(base.equals("character") ? 1 : DEFAULT_LENGTH));
          case "uuid" ->
              UUID.nameUUIDFromBytes((name + n).getBytes(StandardCharsets.UTF_8)).toString();
          case "date" -> "2024-01-%02d".formatted(one % 28 + 1);
          case "timestamp without time zone" -> "2024-01-%02d 12:00:00".formatted(one % 28 + 1);
          case "timestamp with time zone" -> "2024-01-%02d 12:00:00+00".formatted(one % 28 + 1);
          case "time without time zone" -> "12:%02d:00".formatted(one % 60);
          case "time with time zone" -> "12:%02d:00+00".formatted(one % 60);
          case "json", "jsonb" -> "{\"n\": " + one + "}";
          case "bytea" -> "\\x" + "%04x".formatted(one);
          case "inet", "cidr" -> "10.0.%d.%d/32".formatted(one / 250, one % 250);
          case "macaddr" -> "08:00:2b:01:02:%02x".formatted(one % 256);
          case "macaddr8" -> "08:00:2b:01:02:03:04:%02x".formatted(one % 256);
          case "bit" -> bits(length.orElse(1), one);
          case "bit varying" -> bits(Math.min(8, length.orElse(8)), one);
          case "xml" -> "<n>" + one + "</n>";
          case "tsvector", "tsquery", "ltree" -> "n" + one;
          case "hstore" -> "n=>" + one;
          case "pg_lsn" -> "0/" + Integer.toHexString(one).toUpperCase(Locale.ROOT);
          case "point" -> "(" + one + ",1)";
          case "box", "lseg" -> "((0,0),(" + one + ",1))";
          case "line" -> "{1," + one + ",0}";
          case "path", "polygon" -> "((0,0),(1,1),(" + one + ",0))";
          case "circle" -> "<(0,0)," + one + ">";
          case "int4range", "int8range", "numrange" -> "[" + 2 * n + "," + (2 * n + 1) + ")";
          case "daterange" -> "[2024-01-01,2024-02-01)";
          case "tsrange", "tstzrange" ->
              "[2024-01-01 00:%02d:00+00,2024-01-01 00:%02d:30+00)".formatted(n % 60, n % 60);
          case "int4multirange",
              "int8multirange",
              "nummultirange",
              "datemultirange",
              "tsmultirange",
              "tstzmultirange" ->
              "{}";
          default -> base.startsWith("interval") ? one + " minutes" : null;
        });
  }

  private static String numeric(Optional<Integer> precision, int scale, int one) {
    int whole = precision.orElse(10) - scale;
    if (whole <= 0) {
      return "0." + "0".repeat(Math.max(0, -whole)) + (one % 9 + 1);
    }
    return String.valueOf(whole == 1 ? one % 9 + 1 : whole == 2 ? one % 99 + 1 : one);
  }

  /** As much of the name and number as there is room for; the number counts for more. */
  private static String text(String name, int n, int room) {
    String whole = name.replaceAll("[^A-Za-z0-9]", "") + (n + 1);
    return whole.length() <= room ? whole : whole.substring(whole.length() - room);
  }

  private static String bits(int length, int one) {
    StringBuilder bits = new StringBuilder();
    for (int i = length - 1; i >= 0; i--) {
      bits.append(i < 31 ? one >> i & 1 : 0);
    }
    return bits.toString();
  }
}
