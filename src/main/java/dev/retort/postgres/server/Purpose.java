package dev.retort.postgres.server;

/** What an embedded server is for, and what errors call it. */
enum Purpose {
  /** Keeps what must not be lost: whatever happens, its data are never thrown away. */
  SANDBOX("sandbox", "Use a server of your own: --url, --profile or PG* variables."),

  /**
   * Keeps what can be made again, and does not sync it to disk: its data are only used again where
   * it was stopped properly, and are thrown away otherwise.
   */
  SHADOW("shadow server", "Use a server of your own: RETORT_SHADOW_URL, or a profile's shadow.");

  private final String words;
  private final String otherwise;

  Purpose(String words, String otherwise) {
    this.words = words;
    this.otherwise = otherwise;
  }

  /** What to call the server, without an article. */
  String words() {
    return words;
  }

  /** What to do where the server cannot be had. */
  String otherwise() {
    return otherwise;
  }

  boolean throwaway() {
    return this == SHADOW;
  }
}
