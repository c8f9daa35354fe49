package dev.retort.profile.file;

import dev.retort.profile.RunLimits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a file of profiles, edited line by line: what an edit does not concern, comments
 * above all, stays as it is, byte for byte.
 */
final class ProfileText {
  private static final Pattern SETTING =
      Pattern.compile(
          "(\\s*([A-Za-z-]+)\\s*=\\s*)(\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|[^#]*?)(\\s*(?:#.*)?)");

  private final List<String> lines;
  private final String lineEnd;

  ProfileText(String text) {
    this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    this.lines = new ArrayList<>(text.lines().toList());
  }

  /** The text with a profile added, or changed where it stands. */
  String with(ProfileDefinition profile) {
    Optional<Block> found = find(profile.name());
    if (found.isPresent()) {
      change(found.get(), settings(profile));
    } else {
      append(profile);
    }
    return text();
  }

  /** The text without a profile; comments around it stay. */
  String without(String name) {
    find(name).ifPresent(block -> lines.subList(block.header(), block.end()).clear());
    return text();
  }

  /** Gives a profile's table another name; a comment behind the old one stays. */
  void rename(String before, String now) {
    find(before)
        .ifPresent(
            block -> {
              String line = lines.get(block.header());
              String rest = line.substring(line.lastIndexOf(']', commentStart(line)) + 1);
              lines.set(block.header(), "[profiles." + key(now) + "]" + rest);
            });
  }

  /** Where the comment behind a header begins, if the name has no such sign in it. */
  private static int commentStart(String line) {
    int quote = Math.max(line.lastIndexOf('"'), line.lastIndexOf('\''));
    int comment = line.indexOf('#', Math.max(0, line.indexOf(']', Math.max(0, quote))));
    return comment < 0 ? line.length() - 1 : comment;
  }

  /** Whether the profile has a table of its own, which is what can be edited. */
  boolean has(String name) {
    return find(name).isPresent();
  }

  /** Indexes of a table's header line and of the line after its last setting. */
  private record Block(int header, int end) {}

  private Optional<Block> find(String name) {
    List<TomlLines.Header> headers = new TomlLines(String.join("\n", lines)).headers();
    for (int i = 0; i < headers.size(); i++) {
      if (headers.get(i).path().equals(List.of("profiles", name))) {
        int start = headers.get(i).line() - 1;
        int end = i + 1 < headers.size() ? headers.get(i + 1).line() - 1 : lines.size();
        while (end > start + 1 && !isSetting(lines.get(end - 1))) {
          end--;
        }
        return Optional.of(new Block(start, end));
      }
    }
    return Optional.empty();
  }

  private static boolean isSetting(String line) {
    return !line.isBlank() && !line.strip().startsWith("#");
  }

  private void change(Block block, Map<String, String> settings) {
    List<String> changed = new ArrayList<>();
    Map<String, String> left = new LinkedHashMap<>(settings);
    for (String line : lines.subList(block.header() + 1, block.end())) {
      Matcher matcher = SETTING.matcher(line);
      if (!isSetting(line) || !matcher.matches()) {
        changed.add(line);
        continue;
      }
      String value = left.remove(matcher.group(2));
      if (value != null) {
        changed.add(matcher.group(1) + value + matcher.group(4));
      } else if (RunLimits.KEYS.contains(matcher.group(2)) || matcher.group(2).equals("shadow")) {
        changed.add(line);
      }
      // Any other setting is a part of the old address or was taken back, and goes.
    }
    List<String> fresh = new ArrayList<>();
    left.forEach((key, value) -> fresh.add(key + " = " + value));
    fresh.addAll(changed);
    List<String> old = lines.subList(block.header() + 1, block.end());
    old.clear();
    lines.addAll(block.header() + 1, fresh);
  }

  private void append(ProfileDefinition profile) {
    if (!lines.isEmpty() && !lines.getLast().isBlank()) {
      lines.add("");
    }
    lines.add("[profiles." + key(profile.name()) + "]");
    settings(profile).forEach((key, value) -> lines.add(key + " = " + value));
    LimitSettings.write(profile.limits()).forEach((key, value) -> lines.add(key + " = " + value));
  }

  private static Map<String, String> settings(ProfileDefinition profile) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("url", quoted(profile.options().toUrl()));
    settings.put("environment", quoted(profile.environment().name().toLowerCase(Locale.ROOT)));
    if (profile.readOnly()) {
      settings.put("read-only", "true");
    }
    profile.shadow().ifPresent(shadow -> settings.put("shadow", quoted(shadow.toUrl())));
    return settings;
  }

  private static String key(String name) {
    return name.matches("[A-Za-z0-9_-]+") ? name : quoted(name);
  }

  private static String quoted(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private String text() {
    return lines.isEmpty() ? "" : String.join(lineEnd, lines) + lineEnd;
  }
}
