package dev.retort.postgres.catalog;

import dev.retort.schema.Grant;
import dev.retort.schema.Options;
import dev.retort.schema.Privileges;
import dev.retort.schema.Traits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Comments, labels and privileges, by what they are of. */
final class TraitBook {
  private final Map<Part, String> comments = new HashMap<>();
  private final Map<Part, SortedMap<String, String>> labels = new HashMap<>();
  private final Map<Part, List<Grant>> granted = new HashMap<>();
  private final Map<Part, List<Grant>> revoked = new HashMap<>();

  /** An object, or with a number other than 0 its column. */
  private record Part(Address address, int column) {}

  TraitBook(List<Row> commentRows, List<Row> labelRows, List<Row> grantRows) {
    commentRows.forEach(row -> comments.put(part(row), row.text()));
    labelRows.forEach(
        row -> labels.computeIfAbsent(part(row), p -> new TreeMap<>()).put(row.text(), row.text()));
    for (Row row : grantRows) {
      Part part = part(row);
      (row.is() ? granted : revoked).computeIfAbsent(part, p -> new ArrayList<>()).add(grant(row));
    }
  }

  /** What is known of an object. */
  Traits of(Address address, Optional<String> owner) {
    return of(new Part(address, 0), owner);
  }

  /** What is known of a column. */
  Traits ofColumn(long relation, int column) {
    return of(new Part(Address.relation(relation), column), Optional.empty());
  }

  /** An object's comment. */
  Optional<String> comment(Address address) {
    return Optional.ofNullable(comments.get(new Part(address, 0)));
  }

  private Traits of(Part part, Optional<String> owner) {
    Optional<String> comment = Optional.ofNullable(comments.get(part));
    List<Grant> given = granted.getOrDefault(part, List.of());
    List<Grant> taken = revoked.getOrDefault(part, List.of());
    SortedMap<String, String> labelled = labels.getOrDefault(part, Options.NONE);
    boolean usual = given.isEmpty() && taken.isEmpty();
    if (usual && owner.isEmpty() && comment.isEmpty() && labelled.isEmpty()) {
      return Traits.NONE;
    }
    Privileges privileges = usual ? Privileges.DEFAULT : new Privileges(given, taken);
    return new Traits(owner, comment, privileges, labelled);
  }

  private static Part part(Row row) {
    String catalog = row.text();
    long oid = row.number();
    return new Part(new Address(catalog, oid), (int) row.number());
  }

  /** The last four columns: grantee, privilege, with grant option, grantor. */
  static Grant grant(Row row) {
    String grantee = row.text();
    String privilege = row.text();
    boolean grantable = row.is();
    return new Grant(grantee, privilege, grantable, row.text());
  }
}
