package dev.retort.postgres.server;

import dev.retort.profile.file.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts the script that is the server's parent, and finds the one that runs. */
final class Supervisor {
  private final Places places;

  Supervisor(Places places) {
    this.places = places;
  }

  /** The living supervisor, if there is one. */
  Optional<ProcessHandle> find() {
    try {
      return Live.find(
          Long.parseLong(Files.readString(places.supervisor()).strip()),
          places.script().toString());
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Makes a FIFO, takes hold of it, and starts supervisor and server; called under the start lock,
   * when neither is there. The server is not ready yet when this returns.
   */
  UserPipe start(Binaries binaries, RunAs runAs, int port, Duration linger) throws IOException {
    AtomicFile.createFolder(places.run());
    Files.deleteIfExists(places.run().resolve("closing"));
    Files.deleteIfExists(places.users());
    Files.deleteIfExists(places.supervisor());
    keepLastLog();
    AtomicFile.write(places.script(), script());
    Command.Result made =
        Command.run(places.run(), List.of("mkfifo", "-m", "600", places.users().toString()));
    if (!made.ok()) {
      throw new IOException("mkfifo: " + made.output());
    }
    UserPipe pipe =
        UserPipe.open(places).orElseThrow(() -> new IOException("the FIFO is gone at once"));
    try {
      Command.builder(places.run(), command(binaries, runAs, port, linger))
          .redirectInput(Path.of("/dev/null").toFile())
          .redirectOutput(ProcessBuilder.Redirect.appendTo(places.log().toFile()))
          .redirectError(ProcessBuilder.Redirect.appendTo(places.log().toFile()))
          .start();
      return pipe;
    } catch (IOException e) {
      pipe.close();
      throw e;
    }
  }

  private void keepLastLog() throws IOException {
    if (Files.exists(places.log())) {
      Files.move(
          places.log(), places.run().resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private List<String> command(Binaries binaries, RunAs runAs, int port, Duration linger) {
    List<String> command = new ArrayList<>(Detached.prefix());
    command.addAll(
        List.of(
            "sh",
            places.script().toString(),
            places.run().toString(),
            places.purpose().throwaway() ? binaries.program("initdb") : "",
            linger.toSeconds() + "." + String.format("%03d", linger.toMillisPart())));
    command.addAll(runAs.command(Detached.dyingWithItsParent(postgres(binaries, port))));
    return command;
  }

  private List<String> postgres(Binaries binaries, int port) {
    List<String> command =
        new ArrayList<>(
            List.of(
                binaries.program("postgres"),
                "-D",
                places.data().toString(),
                "-p",
                String.valueOf(port)));
    settings().forEach(setting -> command.addAll(List.of("-c", setting)));
    return command;
  }

  /**
   * What is committed is not waited for on disk: a crash of the machine may lose the last half
   * second, but never harms the rest; a throwaway server's data it may spoil, which is noticed.
   * Only this machine can connect, by TCP, with the password. What is written ahead stays
   * PostgreSQL's own default, for revisions that need it, such as those that make replication
   * slots.
   */
  private List<String> settings() {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "cluster_name=" + places.clusterName(),
                "max_connections=100",
                "shared_buffers=64MB",
                "synchronous_commit=off",
                "jit=off",
                "logging_collector=off",
                "log_line_prefix=%m [%p] "));
    if (places.purpose().throwaway()) {
      settings.addAll(List.of("fsync=off", "full_page_writes=off"));
    }
    return settings;
  }

  private static String script() throws IOException {
    try (InputStream in = Supervisor.class.getResourceAsStream("supervisor.sh")) {
      if (in == null) {
        throw new IOException("supervisor.sh is not part of this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
