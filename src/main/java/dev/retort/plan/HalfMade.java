package dev.retort.plan;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that a concurrent statement leaves when it is stopped, and the statement that cleans it
 * up. A constraint that is NOT VALID is no such thing: it is meant to be.
 */
public sealed interface HalfMade {

  /** What it is and what it hangs on, in words. */
  String display();

  /** The statement that cleans it up, outside of a transaction. */
  String cleanup();

  /** What it is called, with its schema. */
  String name();

  /** The word in JSON. */
  String kind();

  /** What it hangs on, with its schema. */
  String table();

  /** That it was cleaned up, in words. */
  String cleaned();

  /** Its fields, ready for JSON. */
  default Map<String, Object> details() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", kind());
    map.put("name", name());
    map.put("table", table());
    map.put("cleanup", cleanup());
    return map;
  }

  /**
   * An index that is kept up at every write, or not even that, and used by no query.
   *
   * @param name with its schema, quoted as SQL needs it
   * @param table the same
   */
  record InvalidIndex(String name, String table) implements HalfMade {
    @Override
    public String display() {
      return "invalid index " + name + " on " + table;
    }

    @Override
    public String cleanup() {
      return "DROP INDEX CONCURRENTLY IF EXISTS " + name;
    }

    @Override
    public String cleaned() {
      return "dropped the " + display();
    }

    @Override
    public String kind() {
      return "invalid-index";
    }
  }

  /**
   * A partition whose detaching was begun and not finished.
   *
   * @param name the partition, with its schema, quoted as SQL needs it
   * @param table the same, of the table it is a partition of
   */
  record PendingDetach(String name, String table) implements HalfMade {
    @Override
    public String display() {
      return "partition " + name + " of " + table + ", half detached";
    }

    @Override
    public String cleanup() {
      return "ALTER TABLE " + table + " DETACH PARTITION " + name + " FINALIZE";
    }

    @Override
    public String cleaned() {
      return "finished detaching the partition " + name + " from " + table;
    }

    @Override
    public String kind() {
      return "pending-detach";
    }
  }
}
