package dev.retort.schema.ddl;

import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.Snapshot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A schema as SQL, in an order that depends on the schema alone. Run on an empty database, by a
 * superuser, on a server that has the roles, tablespaces and extensions it names, it gives the same
 * schema again.
 *
 * @param statements in order
 */
public record CanonicalDdl(List<Statement> statements) {
  /**
   * Set before the statements: routines may name what comes later, and nothing is found by a search
   * path, or made as a server's settings would have it.
   */
  public static final String PREAMBLE =
      """
      SET check_function_bodies = false;
      SET search_path = '';
      SET default_tablespace = '';
      SET default_table_access_method = heap;
      """;

  private static final ObjectId PUBLIC = ObjectId.of(ObjectKind.SCHEMA, "", "public");

  /** Copies the list. */
  public CanonicalDdl {
    statements = List.copyOf(statements);
  }

  /** A snapshot's. */
  public static CanonicalDdl of(Snapshot snapshot) {
    List<Statement> ordered = Ordering.order(Pieces.of(snapshot));
    if (snapshot.find(PUBLIC).isPresent()) {
      return new CanonicalDdl(ordered);
    }
    Statement drop = new Statement(PUBLIC, "DROP SCHEMA IF EXISTS public");
    return new CanonicalDdl(Stream.concat(Stream.of(drop), ordered.stream()).toList());
  }

  /**
   * The statements that make one object, a check or default of a table with it, each with a
   * semicolon; empty if the snapshot has no such object.
   */
  public static String text(Snapshot snapshot, ObjectId id) {
    Set<ObjectId> one = Set.of(id);
    return snapshot
        .find(id)
        .map(
            object ->
                Ordering.order(Pieces.of(snapshot, one)).stream()
                    .filter(statement -> statement.object().equals(id))
                    .map(statement -> statement.sql() + ";\n")
                    .collect(Collectors.joining()))
        .orElse("");
  }

  /** A script that psql or any client can run. */
  public String text() {
    return statements.stream()
        .map(statement -> "\n" + statement.sql() + ";\n")
        .collect(Collectors.joining("", PREAMBLE, ""));
  }

  /** {@code sha256:} and 64 hexadecimal digits, over the text. */
  public String fingerprint() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
