package dev.retort.cli.shadow;

import dev.retort.cli.term.Ink;
import dev.retort.cli.term.Output;
import dev.retort.shadow.ObjectChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Objects that are not alike: a line each, and the lines of their SQL that are not. */
final class ChangeText {
  private final Output output;

  ChangeText(Output output) {
    this.output = output;
  }

  void print(String indent, List<ObjectChange> changes) {
    for (ObjectChange change : changes) {
      output.line(indent + change.display());
      List<String> was = lines(change.before().orElse(""));
      List<String> is = lines(change.after().orElse(""));
      if (change.before().isPresent() && change.after().isPresent()) {
        lines(indent, "- ", Ink.BAD, without(was, is));
        lines(indent, "+ ", Ink.GOOD, without(is, was));
      }
    }
  }

  private void lines(String indent, String sign, Ink ink, List<String> lines) {
    lines.forEach(line -> output.line(indent + "  " + output.style().of(ink, sign + line)));
  }

  private static List<String> lines(String sql) {
    // A comma more at the end of a line is no difference.
    return sql.lines().map(line -> line.replaceFirst(",$", "")).toList();
  }

  private static List<String> without(List<String> lines, List<String> others) {
    List<String> left = new ArrayList<>(lines);
    others.forEach(left::remove);
    return left;
  }

  static List<Map<String, Object>> maps(List<ObjectChange> changes) {
    return changes.stream().map(ChangeText::map).toList();
  }

  private static Map<String, Object> map(ObjectChange change) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", change.object().kind().words().toLowerCase(Locale.ROOT));
    map.put("object", change.object().reference());
    change.before().ifPresent(sql -> map.put("before", sql));
    change.after().ifPresent(sql -> map.put("after", sql));
    return map;
  }
}
