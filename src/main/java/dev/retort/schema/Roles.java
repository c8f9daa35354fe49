package dev.retort.schema;

import java.util.Set;

/** Finds the roles that an object names. */
final class Roles {
  private Roles() {}

  static void collect(SchemaObject object, Set<String> into) {
    collect(object.traits(), into);
    switch (object) {
      case Table table -> table.columns().forEach(column -> collect(column, into));
      case View view -> view.columns().forEach(column -> collect(column, into));
      case Policy policy -> policy.roles().forEach(role -> add(role, into));
      case DefaultPrivileges defaults -> add(defaults.role(), into);
      case Namespace n -> {}
      case Sequence s -> {}
      case EnumType t -> {}
      case CompositeType t -> {}
      case RangeType t -> {}
      case BaseType t -> {}
      case Domain d -> {}
      case Routine r -> {}
      case Constraint c -> {}
      case Index i -> {}
      case Trigger t -> {}
      case Rule r -> {}
      case GeneralObject o -> {}
    }
  }

  private static void collect(Column column, Set<String> into) {
    collect(column.traits(), into);
    if (column.value().orElse(null) instanceof Column.Value.Identity identity) {
      collect(identity.sequence().traits(), into);
    }
  }

  private static void collect(Traits traits, Set<String> into) {
    traits.owner().ifPresent(owner -> add(owner, into));
    traits.privileges().granted().forEach(grant -> collect(grant, into));
    traits.privileges().revoked().forEach(grant -> collect(grant, into));
  }

  private static void collect(Grant grant, Set<String> into) {
    add(grant.grantee(), into);
    add(grant.grantor(), into);
  }

  private static void add(String role, Set<String> into) {
    if (!role.equals(Grant.PUBLIC)) {
      into.add(role);
    }
  }
}
