package dev.retort.engine.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line ends of a file, while an editor works on a text that has {@code \n} alone. Lines that
 * were not touched get their own back, which keeps a file of mixed ends from changing all over;
 * lines in between get the kind that the file has most of.
 */
public final class LineEnds {
  private static final Pattern END = Pattern.compile("\r\n|\r|\n");

  private final List<String> lines;
  private final List<String> ends;
  private final String usual;

  private LineEnds(List<String> lines, List<String> ends, String usual) {
    this.lines = lines;
    this.ends = ends;
    this.usual = usual;
  }

  /** The line ends of a text. */
  public static LineEnds of(String text) {
    List<String> lines = new ArrayList<>();
    List<String> ends = new ArrayList<>();
    Matcher matcher = END.matcher(text);
    int at = 0;
    while (matcher.find()) {
      lines.add(text.substring(at, matcher.start()));
      ends.add(matcher.group());
      at = matcher.end();
    }
    lines.add(text.substring(at));
    return new LineEnds(lines, ends, usual(ends));
  }

  private static String usual(List<String> ends) {
    long windows = ends.stream().filter("\r\n"::equals).count();
    long old = ends.stream().filter("\r"::equals).count();
    long unix = ends.size() - windows - old;
    if (windows > unix && windows >= old) {
      return "\r\n";
    }
    return old > unix ? "\r" : "\n";
  }

  /** A text with {@code \n} alone. */
  public static String plain(String text) {
    return text.indexOf('\r') < 0 ? text : END.matcher(text).replaceAll("\n");
  }

  /** Gives an edited text, which has {@code \n} alone, this file's line ends. */
  public String applyTo(String edited) {
    if (usual.equals("\n") && ends.stream().allMatch("\n"::equals)) {
      return edited;
    }
    String[] now = edited.split("\n", -1);
    int same = 0;
    while (same < now.length - 1 && same < ends.size() && now[same].equals(lines.get(same))) {
      same++;
    }
    int tail = 0;
    int most = Math.min(now.length, lines.size()) - 1 - same;
    while (tail < most && now[now.length - 2 - tail].equals(lines.get(lines.size() - 2 - tail))) {
      tail++;
    }
    StringBuilder text = new StringBuilder(edited.length() + now.length);
    for (int line = 0; line < now.length; line++) {
      text.append(now[line]);
      if (line < now.length - 1) {
        String end = end(line, same, now.length - 1 - tail, now.length);
        // Two ends of different kinds that come to stand together would be read as one.
        boolean meet = end.equals("\n") && now[line].isEmpty() && endsWithReturn(text);
        text.append(meet ? "\r\n" : end);
      }
    }
    return text.toString();
  }

  private static boolean endsWithReturn(StringBuilder text) {
    return !text.isEmpty() && text.charAt(text.length() - 1) == '\r';
  }

  private String end(int line, int same, int tailFrom, int count) {
    if (line < same) {
      return ends.get(line);
    }
    return line >= tailFrom ? ends.get(ends.size() - (count - 1 - line)) : usual;
  }

  /** What they are, in a word. */
  public String words() {
    if (ends.stream().distinct().count() > 1) {
      return "mixed line ends";
    }
    return switch (usual) {
      case "\r\n" -> "CRLF";
      case "\r" -> "CR";
      default -> "LF";
    };
  }
}
