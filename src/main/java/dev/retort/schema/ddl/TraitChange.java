package dev.retort.schema.ddl;

import dev.retort.schema.Column;
import dev.retort.schema.Grant;
import dev.retort.schema.ObjectId;
import dev.retort.schema.Privileges;
import dev.retort.schema.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Writes what makes one object's owner, comment, labels and privileges another's. */
final class TraitChange {
  private TraitChange() {}

  /** Owner, comment and labels. */
  static List<String> of(ObjectId id, Traits before, Traits after) {
    return of(id.kind().words() + " " + id.reference(), before, after);
  }

  /** The same of what statements call {@code what}. */
  static List<String> of(String what, Traits before, Traits after) {
    List<String> sql = new ArrayList<>();
    after
        .owner()
        .filter(owner -> !before.owner().equals(after.owner()))
        .ifPresent(owner -> sql.add("ALTER " + what + " OWNER TO " + owner));
    commentAndLabels(what, before, after, sql);
    return sql;
  }

  static void commentAndLabels(String what, Traits before, Traits after, List<String> sql) {
    if (!before.comment().equals(after.comment())) {
      sql.add("COMMENT ON " + what + " IS " + after.comment().map(Sql::literal).orElse("NULL"));
    }
    TreeSet<String> providers = new TreeSet<>(before.securityLabels().keySet());
    providers.addAll(after.securityLabels().keySet());
    for (String provider : providers) {
      Optional<String> label = Optional.ofNullable(after.securityLabels().get(provider));
      if (!label.equals(Optional.ofNullable(before.securityLabels().get(provider)))) {
        sql.add(
            "SECURITY LABEL FOR "
                + provider
                + " ON "
                + what
                + " IS "
                + label.map(Sql::literal).orElse("NULL"));
      }
    }
  }

  /** Privileges of an object; a change of owner is done already, and took grants with it. */
  static List<String> privileges(ObjectId id, Traits before, Traits after) {
    return privileges(
        TraitDdl.grantTarget(id),
        "",
        ownersLeftOut(
            handedOver(before.privileges(), before.owner(), after.owner()),
            before.owner(),
            after.owner()),
        after.privileges(),
        after.owner());
  }

  /** Privileges of a column that both have. */
  static List<String> columnPrivileges(
      ObjectId id, Column before, Column after, Traits old, Traits now) {
    return privileges(
        TraitDdl.grantTarget(id),
        " (" + after.name() + ")",
        handedOver(before.traits().privileges(), old.owner(), now.owner()),
        after.traits().privileges(),
        now.owner());
  }

  private static Privileges handedOver(
      Privileges privileges, Optional<String> from, Optional<String> to) {
    if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
      return privileges;
    }
    return new Privileges(
        privileges.granted().stream().map(g -> handedOver(g, from.get(), to.get())).toList(),
        privileges.revoked().stream().map(g -> handedOver(g, from.get(), to.get())).toList());
  }

  /** What a new owner was granted becomes a part of what owners have; not so of columns. */
  private static Privileges ownersLeftOut(
      Privileges privileges, Optional<String> from, Optional<String> to) {
    if (from.equals(to)) {
      return privileges;
    }
    return new Privileges(
        privileges.granted().stream()
            .filter(grant -> !to.equals(Optional.of(grant.grantee())))
            .toList(),
        privileges.revoked());
  }

  private static Grant handedOver(Grant grant, String from, String to) {
    return new Grant(
        grant.grantee().equals(from) ? to : grant.grantee(),
        grant.privilege(),
        grant.grantable(),
        grant.grantor().equals(from) ? to : grant.grantor());
  }

  private static List<String> privileges(
      String target, String columns, Privileges before, Privileges after, Optional<String> owner) {
    List<String> sql = new ArrayList<>();
    List<Grant> gone = only(before.granted(), after.granted());
    gone.stream()
        .filter(grant -> !owner.equals(Optional.of(grant.grantor())))
        .forEach(
            grant -> {
              sql.add("SET SESSION AUTHORIZATION " + grant.grantor());
              sql.add(revoke(grant, target, columns));
              sql.add("RESET SESSION AUTHORIZATION");
            });
    gone.stream()
        .filter(grant -> owner.equals(Optional.of(grant.grantor())))
        .forEach(grant -> sql.add(revoke(grant, target, columns)));
    for (Grant grant : only(before.revoked(), after.revoked())) {
      sql.add(
          "GRANT "
              + grant.privilege()
              + columns
              + " ON "
              + target
              + " TO "
              + grant.grantee()
              + (grant.grantable() && !owner.equals(Optional.of(grant.grantee()))
                  ? " WITH GRANT OPTION"
                  : ""));
    }
    Privileges more =
        new Privileges(
            only(after.granted(), before.granted()), only(after.revoked(), before.revoked()));
    sql.addAll(TraitDdl.privileges(target, columns, more, owner));
    return sql;
  }

  private static String revoke(Grant grant, String target, String columns) {
    return "REVOKE " + grant.privilege() + columns + " ON " + target + " FROM " + grant.grantee();
  }

  private static List<Grant> only(List<Grant> these, List<Grant> those) {
    return these.stream().filter(grant -> !those.contains(grant)).toList();
  }
}
