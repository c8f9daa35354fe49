package dev.retort.postgres.server;

import dev.retort.profile.Folders;
import java.nio.file.Path;

/**
 * Where the embedded server keeps things.
 *
 * @param home the folder of everything but the binaries
 * @param binaries where binaries are unpacked, a folder for each version
 */
record Places(Path home, Path binaries) {

  /** The places of a server of another version than the one that is built in. */
  static Places of(Folders folders, int major) {
    return new Places(
        folders.data().resolve("shadow-" + major), folders.cache().resolve("postgres"));
  }

  static Places in(Folders folders) {
    return new Places(folders.data().resolve("sandbox"), folders.cache().resolve("postgres"));
  }

  /** Held by whoever starts, stops or changes the cluster. */
  Path lock() {
    return home.resolve("lock");
  }

  /** The cluster: its data, its password, its port. Made elsewhere and renamed. */
  Path cluster() {
    return home.resolve("cluster");
  }

  Path data() {
    return data(cluster());
  }

  static Path data(Path cluster) {
    return cluster.resolve("data");
  }

  Path password() {
    return cluster().resolve("password");
  }

  /** The port of the last start; tried again, so that other programs find the server. */
  Path port() {
    return cluster().resolve("port");
  }

  /** What belongs to one run of the server. */
  Path run() {
    return home.resolve("run");
  }

  /**
   * What the server's processes call themselves, so that one's children can be told from those of
   * other servers after it is gone.
   */
  String clusterName() {
    return "retort_" + Integer.toHexString(home.toString().hashCode());
  }

  Path users() {
    return run().resolve("users");
  }

  Path supervisor() {
    return run().resolve("supervisor");
  }

  Path script() {
    return run().resolve("supervisor.sh");
  }

  Path log() {
    return run().resolve("server.log");
  }
}
