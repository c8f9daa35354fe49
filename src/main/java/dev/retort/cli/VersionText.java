package dev.retort.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class VersionText implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Cli.class.getPackage().getImplementationVersion();
    return new String[] {
      "retort " + (version == null ? "(development)" : version), "Java " + Runtime.version()
    };
  }
}
