package dev.retort.schema.diff;

import dev.retort.schema.Grant;
import dev.retort.schema.Privileges;
import dev.retort.schema.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Collects what differs in words; the one place that knows how differences are written. */
final class Comparison {
  private static final int LONGEST = 120;
  private final List<Difference> found = new ArrayList<>();

  List<Difference> found() {
    return found;
  }

  void add(Difference.Mark mark, String part, String text) {
    found.add(new Difference(mark, part, text));
  }

  private void changed(String part, String text) {
    add(Difference.Mark.CHANGED, part, text);
  }

  /** A value that one can see: {@code type integer → bigint}. */
  void value(String part, String what, Object before, Object after) {
    if (!before.equals(after)) {
      changed(part, what + " " + before + " → " + after);
    }
  }

  /** A value that may not be there. */
  void maybe(String part, String what, Optional<?> before, Optional<?> after) {
    if (before.equals(after)) {
      return;
    }
    String old = before.map(Comparison::shorten).orElse("");
    String now = after.map(Comparison::shorten).orElse("");
    if (old.isEmpty()) {
      changed(part, what + " set to " + now);
    } else if (now.isEmpty()) {
      changed(part, what + " " + old + " removed");
    } else {
      changed(part, what + " " + old + " → " + now);
    }
  }

  /** A text of many lines, of which only the first that differ are shown. */
  void text(String part, String what, String before, String after) {
    if (before.equals(after)) {
      return;
    }
    if (before.length() + after.length() <= LONGEST && before.lines().count() == 1) {
      changed(part, what + " " + before + " → " + after);
      return;
    }
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    int line = 0;
    while (line < old.size() && line < now.size() && old.get(line).equals(now.get(line))) {
      line++;
    }
    changed(
        part,
        what + " differs from line " + (line + 1) + ": " + at(old, line) + " → " + at(now, line));
  }

  private static String at(List<String> lines, int line) {
    return line < lines.size() ? shorten(lines.get(line).strip()) : "(end)";
  }

  void flag(String part, boolean before, boolean after, String on, String off) {
    if (before != after) {
      changed(part, after ? on : off);
    }
  }

  void options(String part, String what, Map<String, String> before, Map<String, String> after) {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      maybe(
          part,
          what + " " + name,
          Optional.ofNullable(before.get(name)),
          Optional.ofNullable(after.get(name)));
    }
  }

  void traits(String part, Traits before, Traits after) {
    maybe(part, "owner", before.owner(), after.owner());
    maybe(part, "comment", quoted(before.comment()), quoted(after.comment()));
    privileges(part, before.privileges(), after.privileges());
    options(part, "security label", before.securityLabels(), after.securityLabels());
  }

  private static Optional<String> quoted(Optional<String> text) {
    return text.map(t -> "“" + shorten(t) + "”");
  }

  private void privileges(String part, Privileges before, Privileges after) {
    only(before.granted(), after.granted()).forEach(g -> changed(part, grant(g, "not ")));
    only(before.revoked(), after.revoked()).forEach(g -> changed(part, grant(g, "again ")));
    only(after.granted(), before.granted()).forEach(g -> changed(part, grant(g, "")));
    only(after.revoked(), before.revoked()).forEach(g -> changed(part, grant(g, "not ")));
  }

  private static List<Grant> only(List<Grant> these, List<Grant> those) {
    return these.stream().filter(grant -> !those.contains(grant)).toList();
  }

  private static String grant(Grant grant, String how) {
    return grant.privilege()
        + " "
        + how
        + "granted to "
        + grant.grantee()
        + (grant.grantable() ? " with grant option" : "");
  }

  static String shorten(Object value) {
    String text = String.valueOf(value).replaceAll("\\s+", " ");
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
