package dev.retort.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scenario as its file has it: text for the reader, files to write, commands with what they must
 * print.
 *
 * <pre>
 * ## Words for the reader.
 * -- migrations/0001_a.sql --
 * the file's content, up to the next line of one of these sorts
 * $ retort upgrade head
 * what is expected on standard output
 * ! what is expected on standard error
 * exit 2
 * </pre>
 *
 * <p>Without an {@code exit} line the command must end with 0. {@link Expectation} tells which
 * patterns may stand in what is expected, {@link Stage} which commands there are.
 */
record Scenario(List<Part> parts) {
  private static final Pattern FILE = Pattern.compile("-- (\\S+) --");

  /** A piece of a scenario, in the order of the file. */
  sealed interface Part {}

  /** Words for the reader. */
  record Comment(String line) implements Part {}

  /** A file to write. */
  record Embedded(String name, String content) implements Part {}

  /** A command with the lines it must print. */
  record Command(int line, String text, List<String> expected) implements Part {}

  static Scenario parse(String text) {
    List<Part> parts = new ArrayList<>();
    List<String> lines = text.lines().toList();
    int at = 0;
    while (at < lines.size()) {
      String line = lines.get(at);
      int end = blockEnd(lines, at + 1);
      Matcher file = FILE.matcher(line);
      if (file.matches()) {
        parts.add(
            new Embedded(file.group(1), String.join("\n", lines.subList(at + 1, end)) + "\n"));
      } else if (line.startsWith("$ ")) {
        List<String> expected = withoutBlanksAtEnd(lines.subList(at + 1, end));
        parts.add(new Command(at + 1, line.substring(2), expected));
        lines.subList(at + 1 + expected.size(), end).forEach(l -> parts.add(new Comment(l)));
      } else {
        end = at + 1;
        parts.add(new Comment(line));
      }
      at = end;
    }
    return new Scenario(parts);
  }

  private static int blockEnd(List<String> lines, int from) {
    int end = from;
    while (end < lines.size()
        && !lines.get(end).startsWith("$ ")
        && !lines.get(end).startsWith("## ")
        && !FILE.matcher(lines.get(end)).matches()) {
      end++;
    }
    return end;
  }

  private static List<String> withoutBlanksAtEnd(List<String> lines) {
    int end = lines.size();
    while (end > 0 && lines.get(end - 1).isBlank()) {
      end--;
    }
    return lines.subList(0, end);
  }
}
