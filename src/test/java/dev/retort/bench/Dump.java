package dev.retort.bench;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The {@code pg_dump} of this machine, and a server that it does not refuse, as it does every one
 * that is newer than itself.
 *
 * @param version what it says of itself
 */
record Dump(String version, int major) {
  private static final Pattern MAJOR = Pattern.compile("PostgreSQL\\) (\\d+)");

  /** Where {@code src/bench/run} puts a server's programs for it. */
  private static final Path SERVERS = Path.of("target/bench/server");

  /** The one on the path; says what is missing where there is none. */
  static Optional<Dump> find(PrintStream out) throws InterruptedException {
    try {
      String version = Peers.version("pg_dump", "--version");
      Matcher matcher = MAJOR.matcher(version);
      if (matcher.find()) {
        return Optional.of(new Dump(version, Integer.parseInt(matcher.group(1))));
      }
    } catch (IOException e) {
      // Said below.
    }
    out.println("\npg_dump is missing. On Debian: apt-get install postgresql-client");
    return Optional.empty();
  }

  Command command(Path file, int port) {
    return new Command(
        "pg_dump -s",
        List.of(
            "pg_dump",
            "-s",
            "-h",
            "127.0.0.1",
            "-p",
            String.valueOf(port),
            "-U",
            Peers.USER,
            "-f",
            file.toString(),
            Peers.DATABASE),
        java.util.Map.of(),
        Path.of("").toAbsolutePath());
  }

  /** A server of its own major version; none where the programs are not there. */
  Optional<BenchServer> server(boolean sync) throws IOException {
    if (!Files.isDirectory(SERVERS)) {
      return Optional.empty();
    }
    try (Stream<Path> jars = Files.list(SERVERS)) {
      Optional<Path> jar =
          jars.filter(path -> path.getFileName().toString().matches(".*-" + major + "\\..*\\.jar"))
              .findFirst();
      return jar.isEmpty()
          ? Optional.empty()
          : Optional.of(
              BenchServer.start(sync, Optional.of((system, machine) -> programs(jar.get()))));
    }
  }

  /** The archive within; whoever closes it closes the file around it. */
  private static InputStream programs(Path jar) throws IOException {
    ZipFile zip = new ZipFile(jar.toFile());
    ZipEntry archive =
        zip.stream()
            .filter(entry -> entry.getName().endsWith(".txz"))
            .findFirst()
            .orElseThrow(() -> new IOException("no programs in " + jar));
    return new FilterInputStream(zip.getInputStream(archive)) {
      @Override
      public void close() throws IOException {
        super.close();
        zip.close();
      }
    };
  }
}
