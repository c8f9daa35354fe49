package dev.retort.schema.ddl;

/** Finds names in the server's text. */
final class Words {
  private Words() {}

  /** Whether a text has a name, not as a part of a longer one. */
  static boolean has(String text, String name) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean begins = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
      boolean ends = end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }
}
