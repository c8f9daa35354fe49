package dev.retort.schema.ddl;

import dev.retort.schema.GeneralObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes what brings an extension into another schema or to another version: it is never dropped
 * for that, since all that uses it would have to go as well.
 */
final class ExtensionChange {
  private static final Pattern CREATE =
      Pattern.compile("CREATE EXTENSION .* WITH SCHEMA (.*) VERSION ('.*')");

  private ExtensionChange() {}

  static List<String> of(GeneralObject before, GeneralObject after) {
    List<String> sql = new ArrayList<>();
    Matcher was = CREATE.matcher(before.statements().getFirst());
    Matcher is = CREATE.matcher(after.statements().getFirst());
    String alter = "ALTER EXTENSION " + after.id().name();
    if (was.matches() && is.matches()) {
      if (!was.group(1).equals(is.group(1))) {
        sql.add(alter + " SET SCHEMA " + is.group(1));
      }
      if (!was.group(2).equals(is.group(2))) {
        sql.add(alter + " UPDATE TO " + is.group(2));
      }
    }
    TraitChange.commentAndLabels(
        "EXTENSION " + after.id().name(), before.traits(), after.traits(), sql);
    return sql;
  }
}
