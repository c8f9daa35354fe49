package dev.retort.postgres.catalog;

import dev.retort.schema.DefaultPrivileges;
import dev.retort.schema.GeneralObject;
import dev.retort.schema.Grant;
import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.Options;
import dev.retort.schema.Privileges;
import dev.retort.schema.Traits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is told by its statements, and default privileges. */
final class GeneralReader {
  private GeneralReader() {}

  static void read(List<Row> rows, Draft draft) {
    for (Row row : rows) {
      Address address = new Address(row.text(), row.number());
      ObjectId id =
          new ObjectId(ObjectKind.valueOf(row.text()), row.text(), row.text(), row.text());
      Traits traits = draft.traits().of(address, row.maybe());
      draft.add(address, new GeneralObject(id, traits, row.list()));
      if (!draft.isLeftOut(address)) {
        row.maybe().ifPresent(reason -> draft.omit(id.toString(), reason));
      }
    }
  }

  /** Whose objects, where, of which kind. */
  private record Key(long oid, String role, Optional<String> schema, String on) {}

  static void readDefaultPrivileges(List<Row> rows, Draft draft) {
    Map<Key, List<Grant>> granted = new LinkedHashMap<>();
    Map<Key, List<Grant>> revoked = new LinkedHashMap<>();
    for (Row row : rows) {
      Key key = new Key(row.number(), row.text(), row.maybe(), row.text());
      List<Grant> given = granted.computeIfAbsent(key, k -> new ArrayList<>());
      List<Grant> taken = revoked.computeIfAbsent(key, k -> new ArrayList<>());
      (row.is() ? given : taken).add(TraitBook.grant(row));
    }
    granted.forEach((key, grants) -> add(key, grants, revoked.getOrDefault(key, List.of()), draft));
  }

  private static void add(Key key, List<Grant> granted, List<Grant> revoked, Draft draft) {
    String name =
        "FOR ROLE "
            + key.role()
            + key.schema().map(schema -> " IN SCHEMA " + schema).orElse("")
            + " ON "
            + key.on();
    Traits traits =
        new Traits(
            Optional.empty(), Optional.empty(), new Privileges(granted, revoked), Options.NONE);
    draft.add(
        new Address("pg_default_acl", key.oid()),
        new DefaultPrivileges(
            ObjectId.of(ObjectKind.DEFAULT_PRIVILEGES, "", name),
            traits,
            key.role(),
            key.schema().orElse(""),
            key.on()));
  }
}
