package dev.retort.revision.format;

import java.util.Arrays;
import java.util.List;

/**
 * One line with a key.
 *
 * @param value what stands behind the colon, without blanks around it
 * @param valueStart offset of the value in the text
 * @param valueEnd offset behind it
 */
public record HeaderLine(HeaderKey key, String value, int valueStart, int valueEnd) {

  /** The value as a list: commas between the items; {@code <base>} and {@code None} are empty. */
  public List<String> items() {
    if (value.indexOf(',') < 0) {
      String only = value.strip();
      return counts(only) ? List.of(only) : List.of();
    }
    return Arrays.stream(value.split(",")).map(String::strip).filter(HeaderLine::counts).toList();
  }

  private static boolean counts(String item) {
    return !item.isEmpty() && !item.equals("<base>") && !item.equals("None");
  }
}
