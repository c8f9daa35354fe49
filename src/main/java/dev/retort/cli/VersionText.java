package dev.retort.cli;

/** What {@code --version} says. */
final class VersionText {
  private VersionText() {}

  static String[] lines() {
    String version = Cli.class.getPackage().getImplementationVersion();
    return new String[] {
      "retort " + (version == null ? "(development)" : version), "Java " + Runtime.version()
    };
  }
}
