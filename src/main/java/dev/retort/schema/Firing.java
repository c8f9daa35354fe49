package dev.retort.schema;

/** When a trigger or rule fires. */
public enum Firing {
  /** In sessions that are no replicas: the default. */
  ORIGIN("ENABLE"),
  REPLICA("ENABLE REPLICA"),
  ALWAYS("ENABLE ALWAYS"),
  DISABLED("DISABLE");

  private final String words;

  Firing(String words) {
    this.words = words;
  }

  /** As ALTER says it, before {@code TRIGGER} or {@code RULE}. */
  public String words() {
    return words;
  }
}
