package dev.retort.cli.schema;

import dev.retort.cli.term.Ink;
import dev.retort.cli.term.Output;
import dev.retort.shadow.ObjectChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Objects that are not alike, by their SQL: a line each, and the lines of SQL that differ. */
public final class ChangeText {
  private final Output output;

  /** Prints to an output. */
  public ChangeText(Output output) {
    this.output = output;
  }

  /** As what a way back has not put right. */
  public void print(String indent, List<ObjectChange> changes) {
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

  /** The SQL of both sides, whole. */
  public void printDdl(List<ObjectChange> changes) {
    for (ObjectChange change : changes) {
      output.line("-- " + change.object());
      change.before().ifPresent(sql -> lines("", "-", Ink.BAD, sql.lines().toList()));
      change.after().ifPresent(sql -> lines("", "+", Ink.GOOD, sql.lines().toList()));
      output.line("");
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

  /** Them for JSON. */
  public static List<Map<String, Object>> maps(List<ObjectChange> changes) {
    return changes.stream().map(ChangeText::map).toList();
  }

  static Map<String, Object> map(ObjectChange change) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", change.object().kind().words().toLowerCase(Locale.ROOT));
    map.put("object", change.object().reference());
    map.put("change", change.kind().name().toLowerCase(Locale.ROOT));
    change.before().ifPresent(sql -> map.put("before", sql));
    change.after().ifPresent(sql -> map.put("after", sql));
    return map;
  }
}
