package dev.retort.postgres.server;

import dev.retort.profile.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The user's throwaway servers, which shadows are made on: one for each version of PostgreSQL, in
 * the cache. They sync nothing to disk while they run, which makes and drops databases several
 * times as fast as the sandbox does; a server that was not stopped properly begins anew.
 */
public final class ShadowServers {
  private final Folders folders;
  private final Duration linger;

  /**
   * Those that live in the user's folders.
   *
   * @param linger how long each outlives its last user
   */
  public ShadowServers(Folders folders, Duration linger) {
    this.folders = folders;
    this.linger = linger;
  }

  /**
   * The one of the version that is built in; its binaries, which are the sandbox's as well, are
   * unpacked if nobody has yet.
   *
   * @throws ServerException if they cannot be
   */
  public EmbeddedServer builtIn(ServerListener listener) {
    EmbeddedServer.refuseWhereUnsupported(Purpose.SHADOW);
    Binaries binaries = builtInBinaries(listener);
    return server(binaries.major(), () -> binaries, listener);
  }

  /**
   * The one of another version, by binaries that are installed on this machine.
   *
   * @param places where to look for binaries first: each has a {@code bin}
   * @return none if there are no binaries of that version
   */
  public Optional<EmbeddedServer> installed(int major, List<Path> places, ServerListener listener) {
    return Installed.find(major, places).map(binaries -> server(major, () -> binaries, listener));
  }

  private Binaries builtInBinaries(ServerListener listener) {
    return Binaries.find(Places.in(folders).binaries(), listener);
  }

  private EmbeddedServer server(int major, Supplier<Binaries> binaries, ServerListener listener) {
    return new EmbeddedServer(Places.ofShadows(folders, major), binaries, linger, listener);
  }

  /**
   * How one of them is at this moment.
   *
   * @param major its version of PostgreSQL
   */
  public record Status(int major, EmbeddedServer.Status server) {}

  /** How those are that were ever started, by version; starts nothing. */
  public List<Status> status() {
    return known().entrySet().stream()
        .map(entry -> new Status(entry.getKey(), entry.getValue().status()))
        .toList();
  }

  /**
   * Stops them, whoever uses them; whether there was anything to stop.
   *
   * @throws ServerException if one does not stop
   */
  public boolean stop() {
    boolean any = false;
    for (EmbeddedServer server : known().values()) {
      any |= server.stop();
    }
    return any;
  }

  private SortedMap<Integer, EmbeddedServer> known() {
    SortedMap<Integer, EmbeddedServer> known = new TreeMap<>();
    if (!Files.isDirectory(folders.cache())) {
      return known;
    }
    try (Stream<Path> entries = Files.list(folders.cache())) {
      entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.matches(Places.SHADOW + "\\d{1,4}"))
          .map(name -> Integer.valueOf(name.substring(Places.SHADOW.length())))
          .forEach(
              major ->
                  known.put(
                      major,
                      server(
                          major, () -> builtInBinaries(ServerListener.NONE), ServerListener.NONE)));
      return known;
    } catch (IOException e) {
      throw ServerException.io("The cache's shadow servers cannot be listed", e);
    }
  }
}
