package dev.retort.postgres.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * As whom PostgreSQL runs: it refuses to be root. A normal user runs it as themselves. Root runs it
 * in a user namespace of its own, where it is nobody, though its files stay root's; where the
 * system forbids that, as containers do, root becomes nobody and keeps but the right to pass
 * through folders that are closed to nobody.
 *
 * @param prefix what comes before the command
 * @param owner whom the data folder must belong to; empty for whoever runs Retort
 */
record RunAs(List<String> prefix, String owner) {
  static final RunAs SELF = new RunAs(List.of(), "");
  static final RunAs NAMESPACE = new RunAs(List.of("unshare", "-U"), "root");

  static final RunAs NOBODY =
      new RunAs(
          List.of(
              "setpriv",
              "--reuid=nobody",
              "--clear-groups",
              // Else access() would ask what nobody may do without that right, and initdb asks it.
              "--securebits=+no_setuid_fixup",
              "--inh-caps=+dac_override",
              "--ambient-caps=+dac_override"),
          "nobody");

  /** The first way that works here. */
  static RunAs find(Path folder) {
    if (!uid(folder, SELF).equals("0")) {
      return SELF;
    }
    for (RunAs way : List.of(NAMESPACE, NOBODY)) {
      String uid = uid(folder, way);
      if (!uid.isEmpty() && !uid.equals("0")) {
        return way;
      }
    }
    throw new ServerException(
        "sandbox-as-root",
        "PostgreSQL does not run as root, and neither unshare nor setpriv can make it another user"
            + " here.",
        "Run Retort as a normal user, or use a server of your own with --url.");
  }

  /** The user's number, if the system has a name for it, which PostgreSQL insists on. */
  private static String uid(Path folder, RunAs way) {
    Command.Result name = Command.run(folder, way.command(List.of("id", "-un")));
    Command.Result number = Command.run(folder, way.command(List.of("id", "-u")));
    return name.ok() && number.ok() ? number.output() : "";
  }

  List<String> command(List<String> command) {
    List<String> full = new ArrayList<>(prefix);
    full.addAll(command);
    return full;
  }

  /** Gives a data folder to the user it must belong to, unless it does. */
  void own(Path folder) throws IOException {
    if (owner.isEmpty() || Files.getOwner(folder).getName().equals(owner)) {
      return;
    }
    Command.Result result = Command.run(folder, List.of("chown", "-R", owner, folder.toString()));
    if (!result.ok()) {
      throw new IOException(result.output());
    }
  }
}
