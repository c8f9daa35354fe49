package dev.retort.schema.ddl;

import dev.retort.schema.Constraint;
import dev.retort.schema.DefaultPrivileges;
import dev.retort.schema.Firing;
import dev.retort.schema.Grant;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Trigger;
import java.util.ArrayList;
import java.util.List;

/** Writes what takes an object away. */
final class DropDdl {
  private DropDdl() {}

  /**
   * The statements.
   *
   * @param cascade whether what stands in a circle with it, and goes as well, may go with it
   */
  static List<String> of(SchemaObject object, boolean cascade) {
    String end = cascade ? " CASCADE" : "";
    return switch (object) {
      case Constraint constraint -> List.of(constraint(constraint) + end);
      case DefaultPrivileges defaults -> undo(defaults);
      case Trigger trigger when trigger.inherited() ->
          List.of(
              "ALTER TABLE "
                  + trigger.table().qualified()
                  + " "
                  + Firing.ORIGIN.words()
                  + " TRIGGER "
                  + trigger.id().name());
      default ->
          List.of(
              "DROP "
                  + object.id().kind().words()
                  + (cascade ? " IF EXISTS " : " ")
                  + object.id().reference()
                  + end);
    };
  }

  private static String constraint(Constraint constraint) {
    String owner =
        "ALTER " + constraint.owner().kind().words() + " " + constraint.owner().qualified();
    boolean inherited =
        constraint.type() == Constraint.Type.CHECK
            && constraint.owner().kind() != ObjectKind.DOMAIN
            && !constraint.local();
    return owner + " DROP CONSTRAINT " + (inherited ? "IF EXISTS " : "") + constraint.id().name();
  }

  private static List<String> undo(DefaultPrivileges defaults) {
    String begin =
        "ALTER DEFAULT PRIVILEGES FOR ROLE "
            + defaults.role()
            + (defaults.inSchema().isEmpty() ? "" : " IN SCHEMA " + defaults.inSchema())
            + " ";
    List<String> sql = new ArrayList<>();
    for (Grant grant : defaults.traits().privileges().granted()) {
      sql.add(
          begin
              + "REVOKE "
              + grant.privilege()
              + " ON "
              + defaults.on()
              + " FROM "
              + grant.grantee());
    }
    for (Grant grant : defaults.traits().privileges().revoked()) {
      sql.add(
          begin + "GRANT " + grant.privilege() + " ON " + defaults.on() + " TO " + grant.grantee());
    }
    return sql;
  }
}
