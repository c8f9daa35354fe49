package dev.retort.postgres.server;

import dev.retort.profile.file.AtomicFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's binaries, unpacked once into the user's cache: the archive on the class path is
 * known by its checksum, and a folder of that name is whole, since it is filled under another name.
 */
record Binaries(Path folder, String version) {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String VERSION_FILE = "version";

  /** The number before the dot: data of one major version are of no use to another. */
  int major() {
    return Integer.parseInt(version.replaceFirst("[^0-9].*", ""));
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  /** Finds the binaries, and unpacks them if this is their first use. */
  static Binaries find(Path cache, ServerListener listener) {
    URL archive = archive();
    try {
      Path folder = cache.resolve(name(archive));
      Optional<Binaries> ready = ready(folder);
      return ready.isPresent() ? ready.get() : unpacked(archive, folder, listener);
    } catch (IOException e) {
      throw ServerException.io("PostgreSQL's binaries cannot be unpacked into " + cache, e);
    }
  }

  private static Optional<Binaries> ready(Path folder) throws IOException {
    Path version = folder.resolve(VERSION_FILE);
    return Files.isExecutable(folder.resolve("bin/postgres")) && Files.isRegularFile(version)
        ? Optional.of(new Binaries(folder, Files.readString(version).strip()))
        : Optional.empty();
  }

  private static Binaries unpacked(URL archive, Path folder, ServerListener listener)
      throws IOException {
    Path cache = folder.resolveSibling("");
    AtomicFile.createFolder(cache);
    return StartLock.holding(
        cache.resolve("lock"),
        PATIENCE,
        () -> {
          Optional<Binaries> ready = ready(folder);
          return ready.isPresent() ? ready.get() : unpackedAlone(archive, folder, listener);
        });
  }

  private static Binaries unpackedAlone(URL archive, Path folder, ServerListener listener)
      throws IOException {
    Path cache = folder.resolveSibling("");
    listener.begin(ServerListener.Step.UNPACKING, folder.toString());
    Leftovers.delete(cache, "new-");
    Path fresh = Files.createTempDirectory(cache, "new-");
    unpack(archive, fresh);
    Files.writeString(fresh.resolve(VERSION_FILE), versionOf(fresh));
    Leftovers.deleteTree(folder);
    Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    return ready(folder).orElseThrow(() -> new IOException(folder + " is not complete"));
  }

  private static String versionOf(Path folder) throws IOException {
    Command.Result result =
        Command.run(folder, List.of(folder.resolve("bin/postgres").toString(), "--version"));
    if (!result.ok()) {
      throw new IOException("they do not run on this system: " + result.output());
    }
    return result.output().replaceFirst("^\\D*", "");
  }

  private static void unpack(URL archive, Path into) throws IOException {
    URLConnection connection = archive.openConnection();
    connection.setUseCaches(false);
    try (InputStream raw = new BufferedInputStream(connection.getInputStream(), 1 << 16);
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(raw))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, into);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path into)
      throws IOException {
    Path target = into.resolve(entry.getName()).normalize();
    if (!target.startsWith(into)) {
      throw new IOException("the archive has an entry outside of its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling(""));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(target, into.resolve(entry.getLinkName()).normalize());
    } else {
      Files.copy(tar, target);
      boolean program = target.getParent() != null && target.getParent().endsWith("bin");
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  /** The one archive that was built in; which platform's that is, the build decides. */
  private static URL archive() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String platform = system.startsWith("mac") ? "darwin" : system.replaceFirst(" .*", "");
    String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String machine =
        switch (arch) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> arch;
        };
    ClassLoader loader = Binaries.class.getClassLoader();
    for (String suffix : List.of("", "-alpine_linux")) {
      URL url = loader.getResource("postgres-" + platform + "-" + machine + suffix + ".txz");
      if (url != null) {
        return url;
      }
    }
    throw new ServerException(
        "sandbox-unsupported",
        "This build of Retort has no PostgreSQL for " + platform + " on " + machine + ".",
        "Use a server of your own: --url, --profile or PG* variables.");
  }

  /** The archive's name with its checksum, which a jar knows without reading it. */
  private static String name(URL archive) throws IOException {
    String file = archive.getPath().replaceFirst(".*/", "").replaceFirst("\\.txz$", "");
    URLConnection connection = archive.openConnection();
    connection.setUseCaches(false);
    if (connection instanceof JarURLConnection jar) {
      try (JarFile opened = jar.getJarFile()) {
        return file + "-" + Long.toHexString(opened.getEntry(jar.getEntryName()).getCrc());
      }
    }
    try (InputStream in = connection.getInputStream()) {
      CRC32 crc = new CRC32();
      crc.update(in.readAllBytes());
      return file + "-" + Long.toHexString(crc.getValue());
    }
  }
}
