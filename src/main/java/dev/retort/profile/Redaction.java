package dev.retort.profile;

import java.util.regex.Pattern;

/** Takes passwords out of text of unknown origin before anybody sees it. */
public final class Redaction {
  /** From {@code ://} to the last {@code @} before the path: an @ in a password is often bare. */
  private static final Pattern URL = Pattern.compile("(://[^:@/\\s\"']*:)[^\\s\"']*@");

  private static final Pattern PARAMETER =
      Pattern.compile("(?i)((?:ssl)?password\\s*=\\s*)('(?:[^'\\\\]|\\\\.)*'?|[^\\s&\"']+)");

  private Redaction() {}

  /** The text with what looks like a password in it replaced by asterisks. */
  public static String of(String text) {
    return PARAMETER.matcher(URL.matcher(text).replaceAll("$1****@")).replaceAll("$1****");
  }
}
