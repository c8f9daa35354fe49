package dev.retort.schema.ddl;

import dev.retort.schema.Column;
import dev.retort.schema.Grant;
import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.Privileges;
import dev.retort.schema.Traits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes owners, comments, labels and privileges. */
final class TraitDdl {
  private TraitDdl() {}

  /** Owner, comment and labels of an object. */
  static List<String> of(ObjectId id, Traits traits) {
    String what = id.kind().words() + " " + id.reference();
    List<String> sql = new ArrayList<>();
    traits.owner().ifPresent(owner -> sql.add("ALTER " + what + " OWNER TO " + owner));
    commentAndLabels(what, traits, sql);
    return sql;
  }

  /** Comment and labels of what has no owner of its own. */
  static void commentAndLabels(String what, Traits traits, List<String> sql) {
    traits.comment().ifPresent(text -> sql.add("COMMENT ON " + what + " IS " + Sql.literal(text)));
    traits
        .securityLabels()
        .forEach(
            (provider, label) ->
                sql.add(
                    "SECURITY LABEL FOR "
                        + provider
                        + " ON "
                        + what
                        + " IS "
                        + Sql.literal(label)));
  }

  /** Comments and labels of columns. */
  static void columns(ObjectId id, List<Column> columns, List<String> sql) {
    for (Column column : columns) {
      commentAndLabels("COLUMN " + id.qualified() + "." + column.name(), column.traits(), sql);
    }
  }

  /** Privileges of an object. */
  static List<String> privileges(ObjectId id, Traits traits) {
    return privileges(grantTarget(id), "", traits.privileges(), traits.owner());
  }

  /** Privileges of columns. */
  static List<String> columnPrivileges(ObjectId id, Traits table, List<Column> columns) {
    List<String> sql = new ArrayList<>();
    for (Column column : columns) {
      sql.addAll(
          privileges(
              grantTarget(id),
              " (" + column.name() + ")",
              column.traits().privileges(),
              table.owner()));
    }
    return sql;
  }

  static List<String> privileges(
      String target, String columns, Privileges privileges, Optional<String> owner) {
    List<String> sql = new ArrayList<>();
    groups(privileges.revoked(), columns)
        .forEach(
            (by, words) -> sql.add("REVOKE " + words + " ON " + target + " FROM " + by.grantee()));
    Map<By, String> granted = groups(privileges.granted(), columns);
    List<String> later = new ArrayList<>();
    granted.forEach(
        (by, words) -> {
          String grant =
              "GRANT "
                  + words
                  + " ON "
                  + target
                  + " TO "
                  + by.grantee()
                  + (by.grantable() ? " WITH GRANT OPTION" : "");
          if (owner.isEmpty() || owner.get().equals(by.grantor())) {
            sql.add(grant);
          } else {
            later.add("SET SESSION AUTHORIZATION " + by.grantor());
            later.add(grant);
            later.add("RESET SESSION AUTHORIZATION");
          }
        });
    sql.addAll(later);
    return sql;
  }

  /** What privileges of one statement have in common. */
  private record By(String grantor, String grantee, boolean grantable) {}

  private static Map<By, String> groups(List<Grant> grants, String columns) {
    return grants.stream()
        .collect(
            Collectors.groupingBy(
                grant -> new By(grant.grantor(), grant.grantee(), grant.grantable()),
                LinkedHashMap::new,
                Collectors.mapping(
                    grant -> grant.privilege() + columns, Collectors.joining(", "))));
  }

  static String grantTarget(ObjectId id) {
    return switch (id.kind()) {
      case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> "TABLE " + id.reference();
      case AGGREGATE -> "FUNCTION " + id.qualified() + "(" + id.detail() + ")";
      case SERVER -> "FOREIGN SERVER " + id.reference();
      case DEFAULT_PRIVILEGES -> id.name().replaceFirst(".* ON ", "");
      default -> id.kind().words() + " " + id.reference();
    };
  }

  /** The statements for what a role makes later. */
  static List<String> defaultPrivileges(dev.retort.schema.DefaultPrivileges object) {
    String begin =
        "ALTER DEFAULT PRIVILEGES FOR ROLE "
            + object.role()
            + (object.inSchema().isEmpty() ? "" : " IN SCHEMA " + object.inSchema())
            + " ";
    return privileges(object.on(), "", object.traits().privileges(), Optional.empty()).stream()
        .map(sql -> begin + sql)
        .toList();
  }

  /** A comment on a domain's constraint is written in another way than on a table's. */
  static String constraint(ObjectId id, ObjectId owner) {
    return "CONSTRAINT "
        + id.name()
        + " ON "
        + (owner.kind() == ObjectKind.DOMAIN ? "DOMAIN " : "")
        + owner.qualified();
  }
}
