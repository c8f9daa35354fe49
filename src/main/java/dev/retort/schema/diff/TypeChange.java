package dev.retort.schema.diff;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a value, written as text and read as another type, may come back as less. */
final class TypeChange {
  private static final Pattern TYPE = Pattern.compile("([^(]*)(?:\\((\\d+)(?:,(\\d+))?\\))?(.*)");
  private static final List<String> MOMENTS =
      List.of("timestamp with time zone", "timestamp without time zone", "date");
  private static final Set<String> CUT =
      Set.of("character varying", "character", "bit", "bit varying", "numeric");
  private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint");
  private static final Set<String> TIMES = Set.of("time with time zone", "time without time zone");

  private TypeChange() {}

  /** A type's name, its modifiers, -1 where it has none, and whether it is an array. */
  private record Parsed(String name, int first, int second) {
    static Parsed of(String type) {
      Matcher matcher = TYPE.matcher(type);
      if (!matcher.matches()) {
        return new Parsed(type, -1, -1);
      }
      return new Parsed(
          (matcher.group(1) + matcher.group(4)).strip(),
          number(matcher.group(2)),
          number(matcher.group(3)));
    }

    private static int number(@org.jspecify.annotations.Nullable String digits) {
      return digits == null ? -1 : Integer.parseInt(digits);
    }

    Parsed element() {
      return new Parsed(name.replaceAll("(\\[])+$", ""), first, second);
    }
  }

  /** Whether a value may be cut or rounded, where it does not fail. */
  static boolean loses(String from, String to) {
    Parsed was = Parsed.of(from).element();
    Parsed is = Parsed.of(to).element();
    if (is.name().equals("real")) {
      return was.name().equals("double precision") || was.name().equals("numeric");
    }
    if (is.name().equals("jsonb")) {
      return was.name().equals("json") || was.name().equals("text");
    }
    int before = MOMENTS.indexOf(was.name());
    int after = MOMENTS.indexOf(is.name());
    if (after >= 0 && before >= 0) {
      return after > before || finer(was.first(), is.first());
    }
    if (TIMES.contains(is.name())) {
      return before >= 0 || !was.name().equals(is.name()) || finer(was.first(), is.first());
    }
    if (is.name().equals("numeric")) {
      return is.first() >= 0 && rounds(was, is);
    }
    return CUT.contains(is.name()) && is.first() >= 0 && !fits(was, is);
  }

  private static boolean finer(int before, int after) {
    return after >= 0 && (before < 0 || before > after);
  }

  private static boolean rounds(Parsed was, Parsed is) {
    if (WHOLE.contains(was.name())) {
      return false;
    }
    return !was.name().equals("numeric")
        || was.first() < 0
        || Math.max(0, was.second()) > Math.max(0, is.second());
  }

  private static boolean fits(Parsed was, Parsed is) {
    return CUT.contains(was.name()) && was.first() >= 0 && was.first() <= is.first();
  }
}
