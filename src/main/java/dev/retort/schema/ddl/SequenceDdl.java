package dev.retort.schema.ddl;

import dev.retort.schema.Sequence;
import java.util.ArrayList;
import java.util.List;

/** Writes sequences: only what differs from what CREATE SEQUENCE would choose. */
final class SequenceDdl {
  private SequenceDdl() {}

  static String create(Sequence sequence) {
    List<String> words = new ArrayList<>();
    words.add(
        "CREATE "
            + (sequence.unlogged() ? "UNLOGGED " : "")
            + "SEQUENCE "
            + sequence.id().qualified());
    if (!sequence.type().equals("bigint")) {
      words.add("AS " + sequence.type());
    }
    words.addAll(range(sequence));
    return String.join(" ", words);
  }

  /** The options of its numbers that are not the default. */
  static List<String> range(Sequence sequence) {
    Sequence.Range range = sequence.range();
    boolean up = range.increment() > 0;
    long least = up ? 1 : limit(sequence.type(), false);
    long most = up ? limit(sequence.type(), true) : -1;
    List<String> words = new ArrayList<>();
    add(words, "INCREMENT BY", range.increment(), 1);
    add(words, "MINVALUE", range.minimum(), least);
    add(words, "MAXVALUE", range.maximum(), most);
    add(words, "START WITH", range.start(), up ? range.minimum() : range.maximum());
    add(words, "CACHE", range.cache(), 1);
    if (range.cycle()) {
      words.add("CYCLE");
    }
    return words;
  }

  /** All options of its numbers, for a sequence that may have others. */
  static String all(Sequence.Range range) {
    return "INCREMENT BY "
        + range.increment()
        + " MINVALUE "
        + range.minimum()
        + " MAXVALUE "
        + range.maximum()
        + " START WITH "
        + range.start()
        + " CACHE "
        + range.cache()
        + (range.cycle() ? " CYCLE" : " NO CYCLE");
  }

  private static void add(List<String> words, String option, long value, long usual) {
    if (value != usual) {
      words.add(option + " " + value);
    }
  }

  private static long limit(String type, boolean highest) {
    return switch (type) {
      case "smallint" -> highest ? Short.MAX_VALUE : Short.MIN_VALUE;
      case "integer" -> highest ? Integer.MAX_VALUE : Integer.MIN_VALUE;
      default -> highest ? Long.MAX_VALUE : Long.MIN_VALUE;
    };
  }
}
