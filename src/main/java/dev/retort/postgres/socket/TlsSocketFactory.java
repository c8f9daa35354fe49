package dev.retort.postgres.socket;

import java.io.IOException;
import java.net.Socket;
import java.util.Properties;
import javax.net.ssl.SSLSocket;
import org.postgresql.ssl.LibPQFactory;
import org.postgresql.util.PSQLException;

/**
 * The driver's own TLS, with libpq's files and modes, over which the start-up packet is filtered.
 * The driver makes it, by its name.
 */
public final class TlsSocketFactory extends LibPQFactory {

  /** As the driver makes its own. */
  public TlsSocketFactory(Properties info) throws PSQLException {
    super(info);
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    return new TlsSocket((SSLSocket) super.createSocket(socket, host, port, autoClose));
  }
}
