package dev.retort.cli.shadow;

import dev.retort.cli.term.Ink;
import dev.retort.cli.term.Output;
import dev.retort.shadow.ObjectChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Objects that are not alike: a line each, and the lines of their SQL that are not. */
final class ChangeText {
  private final Output output;

  ChangeText(Output output) {
    this.output = output;
  }

  /** As what a way back has not put right. */
  void print(String indent, List<ObjectChange> changes) {
    print(indent, changes, ObjectChange::display);
  }

  /** In other words. */
  void print(String indent, List<ObjectChange> changes, Function<ObjectChange, String> words) {
    for (ObjectChange change : changes) {
      output.line(indent + words.apply(change));
      List<String> was = lines(change.before().orElse(""));
      List<String> is = lines(change.after().orElse(""));
      if (change.before().isPresent() && change.after().isPresent()) {
        lines(indent, "- ", Ink.BAD, without(was, is));
        lines(indent, "+ ", Ink.GOOD, without(is, was));
      }
    }
  }

  /** The SQL of both sides, whole. */
  void printDdl(List<ObjectChange> changes) {
    for (ObjectChange change : changes) {
      output.line("-- " + change.object());
      change.before().ifPresent(sql -> lines("", "-", Ink.BAD, sql.lines().toList()));
      change.after().ifPresent(sql -> lines("", "+", Ink.GOOD, sql.lines().toList()));
      output.line("");
    }
  }

  /** As what leads from one schema to another. */
  static String step(ObjectChange change) {
    return switch (change.kind()) {
      case ADDED -> "+ " + change.object();
      case REMOVED -> "- " + change.object();
      case CHANGED -> "~ " + change.object();
    };
  }

  /** As what a database has that it should not have, and the other way round. */
  static String drift(ObjectChange change) {
    return change.object()
        + switch (change.kind()) {
          case ADDED -> " is in the database, but in no revision";
          case REMOVED -> " is missing";
          case CHANGED -> " is not as the revisions make it";
        };
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
    map.put("change", change.kind().name().toLowerCase(Locale.ROOT));
    change.before().ifPresent(sql -> map.put("before", sql));
    change.after().ifPresent(sql -> map.put("after", sql));
    return map;
  }
}
