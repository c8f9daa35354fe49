package dev.retort.postgres.server;

import dev.retort.profile.Secret;
import dev.retort.profile.file.AtomicFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The data folder on disk. Everything here is called under the start lock, but for the password.
 */
final class Cluster {
  /** What most dumps name as the owner of things. */
  static final String SUPERUSER = "postgres";

  private static final String FRESH = "cluster.new-";
  private static final String DISCARDED = "cluster.old-";

  private final Places places;
  private final ServerListener listener;

  Cluster(Places places, ServerListener listener) {
    this.places = places;
    this.listener = listener;
  }

  /**
   * Makes sure that there is a data folder for these binaries, and one that can be relied on: what
   * a throwaway server has not left whole on disk is made anew.
   */
  void prepare(Binaries binaries, RunAs runAs) {
    try {
      AtomicFile.createFolder(places.home());
      if (!places.purpose().throwaway()) {
        setAsideIfForeign(binaries);
      } else if (!Files.exists(places.synced())) {
        discard();
      }
      if (!Files.isDirectory(places.cluster())) {
        create(binaries, runAs);
      }
      runAs.own(places.data());
      distrust();
    } catch (IOException e) {
      throw ServerException.io(the("'s data cannot be kept in " + places.home()), e);
    }
  }

  /** Throws a throwaway server's data away and makes new ones. */
  void renew(Binaries binaries, RunAs runAs) {
    try {
      Files.deleteIfExists(places.synced());
    } catch (IOException e) {
      throw ServerException.io(the("'s data cannot be thrown away"), e);
    }
    prepare(binaries, runAs);
  }

  /** Renamed first, so that nobody takes the half of it that is left for the whole. */
  private void discard() throws IOException {
    Leftovers.delete(places.home(), DISCARDED);
    if (Files.isDirectory(places.cluster())) {
      listener.begin(ServerListener.Step.DISCARDING, places.data().toString());
      Path old = Files.createTempDirectory(places.home(), DISCARDED);
      Files.move(places.cluster(), old, StandardCopyOption.ATOMIC_MOVE);
      Leftovers.delete(places.home(), DISCARDED);
    }
  }

  /**
   * From here on the data are whole on disk only once they are synced again. The folder is synced,
   * so that the file does not come back when the machine crashes.
   */
  private void distrust() throws IOException {
    if (Files.deleteIfExists(places.synced())) {
      try (FileChannel folder = FileChannel.open(places.cluster())) {
        folder.force(true);
      }
    }
  }

  private String the(String text) {
    return "The " + places.purpose().words() + text;
  }

  private void setAsideIfForeign(Binaries binaries) throws IOException {
    Path version = places.data().resolve("PG_VERSION");
    if (!Files.isRegularFile(version)) {
      return;
    }
    String major = Files.readString(version).strip();
    if (major.equals(String.valueOf(binaries.major()))) {
      return;
    }
    String now =
        LocalDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
    Path aside = places.home().resolve("cluster-" + major + "-" + now);
    Files.move(places.cluster(), aside, StandardCopyOption.ATOMIC_MOVE);
    listener.begin(
        ServerListener.Step.SET_ASIDE,
        "The sandbox's databases were PostgreSQL "
            + major
            + "'s; this is "
            + binaries.major()
            + ". They are kept in "
            + aside
            + ".");
  }

  /**
   * Not synced to disk: until the first checkpoint there is nothing in it that cannot be made
   * again.
   */
  private void create(Binaries binaries, RunAs runAs) throws IOException {
    listener.begin(ServerListener.Step.CREATING, places.data().toString());
    Leftovers.delete(places.home(), FRESH);
    Path fresh = Files.createTempDirectory(places.home(), FRESH);
    Path data = Files.createDirectory(Places.data(fresh));
    Path password = fresh.resolve(places.password().getFileName());
    AtomicFile.write(password, randomPassword() + "\n");
    runAs.own(data);
    Command.Result result = Command.run(fresh, runAs.command(initdb(binaries, data, password)));
    if (!result.ok()) {
      Leftovers.deleteTree(fresh);
      throw new ServerException(
          "sandbox-create",
          the("'s data folder cannot be made: " + Log.lastWords(result.output())),
          "Check the permissions and the space on the disk of " + places.home() + ".");
    }
    Files.move(fresh, places.cluster(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static List<String> initdb(Binaries binaries, Path data, Path password) {
    List<String> command =
        new ArrayList<>(
            List.of(
                binaries.program("initdb"),
                "--pgdata=" + data,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--wal-segsize=4",
                "--no-sync"));
    if (binaries.major() >= 14) {
      command.add("--no-instructions");
    }
    if (binaries.major() >= 16) {
      // The password is random enough; every connection would pay for more.
      command.add("--set=scram_iterations=1");
    }
    if (binaries.major() >= 17) {
      command.add("--locale-provider=builtin");
      command.add("--builtin-locale=C.UTF-8");
    }
    return command;
  }

  /** The superuser's password. */
  Secret password() throws IOException {
    return new Secret(Files.readString(places.password()).strip());
  }

  private static String randomPassword() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The port of last time if it is free, else one that is. */
  int choosePort() {
    try {
      if (Files.isRegularFile(places.port())) {
        int last = Integer.parseInt(Files.readString(places.port()).strip());
        if (isFree(last)) {
          return last;
        }
      }
    } catch (IOException | NumberFormatException e) {
      return freePort();
    }
    return freePort();
  }

  void rememberPort(int port) {
    try {
      AtomicFile.write(places.port(), port + "\n");
    } catch (IOException e) {
      throw ServerException.io(the("'s port cannot be noted"), e);
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw ServerException.io("There is no free port on 127.0.0.1", e);
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
