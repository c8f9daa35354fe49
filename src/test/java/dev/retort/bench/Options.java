package dev.retort.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What is asked of the benchmark.
 *
 * @param rounds how often each command runs
 * @param sync whether the server's commits wait for the disk
 * @param size how many revisions are upgraded, and a quarter of them; over the slow link all by
 *     those that are quick there, and a tenth by all; how many tables the schema has that is read,
 *     and a tenth of it the revisions that are verified
 * @param parts what is measured
 */
record Options(int rounds, boolean sync, int size, List<Part> parts) {
  private static final int ROUNDS = 3;
  private static final int SIZE = 1_000;

  enum Part {
    LISTING,
    POSITION,
    UPGRADE,
    LINK,
    SCHEMA,
    CLIENT
  }

  /**
   * Reads {@code --rounds N}, {@code --size N}, {@code --no-sync} and the parts' names; without any
   * of these, all.
   *
   * @param args words, or several of them in one
   */
  static Options parse(String... args) {
    List<String> words =
        Arrays.stream(args)
            .flatMap(arg -> Arrays.stream(arg.split("[ ,=]+")))
            .filter(word -> !word.isEmpty())
            .toList();
    int rounds = ROUNDS;
    int size = SIZE;
    boolean sync = true;
    List<Part> parts = new ArrayList<>();
    for (int index = 0; index < words.size(); index++) {
      String word = words.get(index);
      if (word.equals("--rounds") && index + 1 < words.size()) {
        index++;
        rounds = Integer.parseInt(words.get(index));
      } else if (word.equals("--size") && index + 1 < words.size()) {
        index++;
        size = Integer.parseInt(words.get(index));
      } else if (word.equals("--no-sync")) {
        sync = false;
      } else {
        parts.add(Part.valueOf(word.toUpperCase(Locale.ROOT)));
      }
    }
    return new Options(rounds, sync, size, parts.isEmpty() ? List.of(Part.values()) : parts);
  }
}
