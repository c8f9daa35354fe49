package dev.retort.postgres;

import dev.retort.testing.PgDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;

/** Turns TLS on for the test server, with a certificate of its own, and off again. */
final class TlsServer implements AutoCloseable {
  private static final String PASSWORD = "changeit";

  private final PgDatabase database;
  private final Path certificate;
  private final Path otherCertificate;

  private TlsServer(PgDatabase database, Path certificate, Path otherCertificate) {
    this.database = database;
    this.certificate = certificate;
    this.otherCertificate = otherCertificate;
  }

  static TlsServer on(PgDatabase database, Path folder) {
    try {
      KeyStore store = generate(folder.resolve("server.p12"));
      Path data = Path.of(database.query("SHOW data_directory").getFirst());
      Path certificate = folder.resolve("server.crt");
      writePem(certificate, "CERTIFICATE", certificate(store).getEncoded());
      Path key = data.resolve("server.key");
      Files.copy(certificate, data.resolve("server.crt"));
      writePem(key, "PRIVATE KEY", key(store).getEncoded());
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
      Files.setOwner(key, Files.getOwner(data));
      Path other = folder.resolve("other.crt");
      writePem(
          other, "CERTIFICATE", certificate(generate(folder.resolve("other.p12"))).getEncoded());
      turn(database, "on");
      return new TlsServer(database, certificate, other);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a client trusts to trust this server. */
  Path certificate() {
    return certificate;
  }

  /** A certificate that has nothing to do with this server. */
  Path otherCertificate() {
    return otherCertificate;
  }

  private static KeyStore generate(Path file) throws IOException, GeneralSecurityException {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process process =
        new ProcessBuilder(
                List.of(
                    keytool.toString(),
                    "-genkeypair",
                    "-alias",
                    "server",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "SAN=dns:localhost",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    PASSWORD,
                    "-keystore",
                    file.toString()))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IllegalStateException(output);
    }
    return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
  }

  private static Certificate certificate(KeyStore store) throws GeneralSecurityException {
    return store.getCertificate("server");
  }

  private static Key key(KeyStore store) throws GeneralSecurityException {
    return store.getKey("server", PASSWORD.toCharArray());
  }

  private static void writePem(Path file, String kind, byte[] content) throws IOException {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
    Files.writeString(
        file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
  }

  private static void turn(PgDatabase database, String state) {
    database.execute("ALTER SYSTEM SET ssl = " + state);
    database.query("SELECT pg_reload_conf()");
    database.await("current_setting('ssl') = '" + state + "'");
  }

  @Override
  public void close() {
    try {
      turn(database, "off");
      Path data = Path.of(database.query("SHOW data_directory").getFirst());
      Files.delete(data.resolve("server.key"));
      Files.delete(data.resolve("server.crt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
