package dev.retort.postgres.catalog;

import dev.retort.schema.ObjectId;
import dev.retort.schema.Omission;
import dev.retort.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A snapshot while it is put together: which row of the catalogs is which object. */
final class Draft {
  private final Map<Address, ObjectId> ids = new HashMap<>();
  private final Set<Address> leftOut = new HashSet<>();
  private final List<SchemaObject> objects = new ArrayList<>();
  private final List<Omission> omissions = new ArrayList<>();
  private final TraitBook traits;

  Draft(TraitBook traits) {
    this.traits = traits;
  }

  TraitBook traits() {
    return traits;
  }

  /** Not to be taken: an extension's, or the version table. */
  void leaveOut(Address address) {
    leftOut.add(address);
  }

  boolean isLeftOut(Address address) {
    return leftOut.contains(address);
  }

  /** Takes an object, unless it is to be left out. */
  void add(Address address, SchemaObject object) {
    if (name(address, object.id())) {
      objects.add(object);
    }
  }

  /** Takes an object that has no row of its own to be known by. */
  void add(SchemaObject object) {
    objects.add(object);
  }

  /**
   * Notes what a row stands for.
   *
   * @return false if it is to be left out
   */
  boolean name(Address address, ObjectId id) {
    if (isLeftOut(address)) {
      return false;
    }
    ids.put(address, id);
    return true;
  }

  /** The object that a row stands for; absent for what was left out. */
  Optional<ObjectId> id(Address address) {
    return Optional.ofNullable(ids.get(address));
  }

  void omit(String what, String reason) {
    omissions.add(new Omission(what, reason));
  }

  List<SchemaObject> objects() {
    return objects;
  }

  List<Omission> omissions() {
    return omissions;
  }
}
