package dev.retort.schema;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Options by name, in the order of their names, which is all the order they have. */
public final class Options {
  /** No options. */
  public static final SortedMap<String, String> NONE = Collections.emptySortedMap();

  private Options() {}

  /** An immutable copy. */
  public static SortedMap<String, String> sorted(Map<String, String> options) {
    return options.isEmpty() ? NONE : Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }
}
