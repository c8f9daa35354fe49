package dev.retort.postgres.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chance, the same for the same seed, and the statements it has led to. */
final class Dice {
  private final Random random;
  private final List<String> sql = new ArrayList<>();

  Dice(long seed) {
    this.random = new Random(seed);
  }

  List<String> statements() {
    return List.copyOf(sql);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** A number below this one. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  String one(String... of) {
    return of[random.nextInt(of.length)];
  }

  String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** Them in some other order. */
  void shuffle(List<String> these) {
    Collections.shuffle(these, random);
  }

  void add(String statement) {
    sql.add(statement);
  }

  /** Adds the statement so often of a hundred times; whether it did. */
  boolean maybe(int percent, String statement) {
    boolean now = chance(percent);
    if (now) {
      sql.add(statement);
    }
    return now;
  }
}
