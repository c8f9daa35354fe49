package dev.retort.schema;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A picture of a database's schema: everything that {@code pg_dump -s} would carry, but for the
 * version table and what extensions own. Immutable. Two databases with the same schema have equal
 * objects and dependencies.
 *
 * @param serverVersion as {@code server_version_num} has it: 180001
 * @param objects in the order of their ids
 * @param dependencies between these objects, in order
 * @param omissions what could not be seen, or is left out for another reason
 */
public record Snapshot(
    int serverVersion,
    List<SchemaObject> objects,
    List<Dependency> dependencies,
    List<Omission> omissions) {

  /** Copies and sorts the lists. */
  public Snapshot {
    objects = objects.stream().sorted(Comparator.comparing(SchemaObject::id)).toList();
    dependencies = new HashSet<>(dependencies).stream().sorted().toList();
    omissions = List.copyOf(omissions);
  }

  /** The server's major version: 18. */
  public int majorVersion() {
    return serverVersion / 10_000;
  }

  /** All objects by id, in order. */
  public Map<ObjectId, SchemaObject> byId() {
    Map<ObjectId, SchemaObject> map = new LinkedHashMap<>();
    objects.forEach(object -> map.put(object.id(), object));
    return Collections.unmodifiableMap(map);
  }

  /** An object by its id. */
  public Optional<SchemaObject> find(ObjectId id) {
    return objects.stream().filter(object -> object.id().equals(id)).findFirst();
  }

  /** Every role that the schema names, in order: what a server needs before it can have it. */
  public SortedSet<String> roles() {
    SortedSet<String> roles = new TreeSet<>();
    objects.forEach(object -> Roles.collect(object, roles));
    return Collections.unmodifiableSortedSet(roles);
  }
}
