package dev.retort.engine;

import dev.retort.postgres.server.EmbeddedServer;
import dev.retort.postgres.server.ShadowServers;
import dev.retort.postgres.versions.VersionTable;
import dev.retort.shadow.Shadow;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where shadows can be made: on the server that the user names, else on an embedded one.
 *
 * @param servers the embedded ones
 * @param progress told, in words, what takes time while one of them comes up
 * @param binaries a folder whose {@code bin} has PostgreSQL's programs, looked at before the usual
 *     ones
 * @param named the user's server
 */
record ShadowSources(
    ShadowServers servers,
    Consumer<String> progress,
    Optional<Path> binaries,
    Optional<Credentials> named) {

  /**
   * The server to compare a database with.
   *
   * @param major that database's major version, if there is one; a server of that version is taken
   *     where its binaries are on this machine
   * @param role whose that database's objects are
   */
  Shadow.Source find(VersionTable table, Optional<Integer> major, Optional<String> role) {
    if (named.isPresent()) {
      return new NamedShadow(named.get(), role, table);
    }
    EmbeddedServer builtIn = servers.builtIn(SandboxProgress.ofShadows(progress));
    EmbeddedServer server =
        major
            .filter(wanted -> wanted != builtIn.majorVersion())
            .flatMap(
                wanted ->
                    servers.installed(
                        wanted,
                        binaries.map(List::of).orElse(List.of()),
                        SandboxProgress.ofShadows(progress, wanted)))
            .orElse(builtIn);
    return new EmbeddedShadow(server, role, table);
  }
}
