package dev.retort.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Alembic prints labels and children from Python sets, in an order that changes from process to
 * process; here both are put in alphabetical order. Where a case says that the order of the lines
 * varied as well, they are sorted.
 */
final class Listed {
  private static final Pattern LABELS = Pattern.compile("\\(([^()]+, [^()]+)\\)");
  private static final Pattern NAMES =
      Pattern.compile("(Branch names|Branches into|Also depends on): (.*)");

  private Listed() {}

  static List<String> normal(OracleCase example, List<String> lines) {
    List<String> normal = new ArrayList<>();
    int children = 0;
    for (String line : lines) {
      normal.add(ordered(line));
      if (line.startsWith(" ") && line.contains(" -> ") && example.command().equals("branches")) {
        children++;
        normal.subList(normal.size() - children, normal.size()).sort(null);
      } else {
        children = 0;
      }
    }
    return example.flag("nondeterministic") ? normal.stream().sorted().toList() : normal;
  }

  private static String ordered(String line) {
    String labels = LABELS.matcher(line).replaceAll(match -> "(" + sorted(match.group(1)) + ")");
    return NAMES
        .matcher(labels)
        .replaceAll((MatchResult match) -> match.group(1) + ": " + sorted(match.group(2)));
  }

  /** A comma-separated list in alphabetical order. */
  static String sorted(String list) {
    return Arrays.stream(list.split(", ", -1)).sorted().collect(Collectors.joining(", "));
  }
}
