package dev.retort.shadow.rows;

import dev.retort.schema.Constraint;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A foreign key.
 *
 * @param columns of the table that refers
 * @param table what it refers to, with its schema
 * @param keys that table's columns, in the same order
 */
record Reference(List<String> columns, String table, List<String> keys) {
  private static final Pattern TEXT =
      Pattern.compile("FOREIGN KEY \\(.+?\\) REFERENCES (.+?)\\((.+?)\\).*", Pattern.DOTALL);

  static Optional<Reference> of(Constraint constraint) {
    if (constraint.type() != Constraint.Type.FOREIGN_KEY) {
      return Optional.empty();
    }
    Matcher matcher = TEXT.matcher(constraint.definition());
    return matcher.matches()
        ? Optional.of(
            new Reference(
                constraint.columns(),
                matcher.group(1),
                Arrays.stream(matcher.group(2).split(",")).map(String::strip).toList()))
        : Optional.empty();
  }
}
