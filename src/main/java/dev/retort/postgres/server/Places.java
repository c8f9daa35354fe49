package dev.retort.postgres.server;

import dev.retort.profile.Folders;
import java.nio.file.Path;

/**
 * Where an embedded server keeps things.
 *
 * @param home the folder of everything but the binaries
 * @param binaries where binaries are unpacked, a folder for each version
 * @param purpose what the server is for
 */
record Places(Path home, Path binaries, Purpose purpose) {
  /** Begins the names of shadow servers' folders; the major version of PostgreSQL follows. */
  static final String SHADOW = "shadow-";

  /** The places of the sandbox: among the data, which must not be lost. */
  static Places in(Folders folders) {
    return new Places(
        folders.data().resolve("sandbox"), folders.cache().resolve("postgres"), Purpose.SANDBOX);
  }

  /**
   * The places of the shadow server of a version: in the cache, whose content can be made again.
   */
  static Places ofShadows(Folders folders, int major) {
    return new Places(
        folders.cache().resolve(SHADOW + major),
        folders.cache().resolve("postgres"),
        Purpose.SHADOW);
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

  /**
   * Only with this file beside them are the data of a throwaway server known to be whole on disk:
   * it is written when they have been synced after a proper end, and removed before a start.
   */
  Path synced() {
    return cluster().resolve("synced");
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
