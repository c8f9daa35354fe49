package dev.retort.survive;

import java.util.HashSet;
import java.util.Set;

/**
 * One statement of a revision, and the traces by which the catalog proves that it ran.
 *
 * @param sql without a semicolon
 * @param makes the traces that are there once it is done
 * @param takes the traces that are gone then
 * @param half what may be there besides what was before, if it was killed midway; empty if it is
 *     done whole or not at all
 * @param halfGone what may be missing of what was before, if it was killed midway
 */
record Act(
    String sql, Set<String> makes, Set<String> takes, Set<String> half, Set<String> halfGone) {

  static Act making(String sql, String... traces) {
    return new Act(sql, Set.of(traces), Set.of(), Set.of(), Set.of());
  }

  static Act taking(String sql, String... traces) {
    return new Act(sql, Set.of(), Set.of(traces), Set.of(), Set.of());
  }

  /** One that leaves no trace. */
  static Act silent(String sql) {
    return making(sql);
  }

  /** Builds an index outside of transactions; killed, it leaves one that is invalid. */
  static Act building(String sql, String index) {
    return new Act(
        sql, Set.of("index " + index), Set.of(), Set.of("invalid index " + index), Set.of());
  }

  /** Drops an index outside of transactions; killed, it leaves one that is invalid. */
  static Act dropping(String sql, String index) {
    return new Act(
        sql,
        Set.of(),
        Set.of("index " + index),
        Set.of("invalid index " + index),
        Set.of("index " + index));
  }

  /** What the catalog shows after it, given what it showed before. */
  Set<String> after(Set<String> before) {
    Set<String> after = new HashSet<>(before);
    after.removeAll(takes);
    after.addAll(makes);
    return after;
  }

  /** What the catalog may show if it was killed midway. */
  Set<String> midway(Set<String> before) {
    Set<String> midway = new HashSet<>(before);
    midway.removeAll(halfGone);
    midway.addAll(half);
    return midway;
  }
}
