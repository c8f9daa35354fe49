package dev.retort.postgres.socket;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;

/** Makes TCP sockets whose start-up packet is filtered. The driver makes it, by its name. */
public final class TcpSocketFactory extends SocketFactory {

  @Override
  public Socket createSocket() {
    return new FilteredSocket();
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("the driver connects by itself");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("the driver connects by itself");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException("the driver connects by itself");
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("the driver connects by itself");
  }

  /** A socket that filters what is written to it. Under TLS, it sees nothing it knows. */
  private static final class FilteredSocket extends Socket {
    @Override
    public OutputStream getOutputStream() throws IOException {
      return new StartupFilter(super.getOutputStream());
    }

    /** The system's own idea is two hours of silence before it looks whether anybody is there. */
    @Override
    public void setKeepAlive(boolean on) throws SocketException {
      super.setKeepAlive(on);
      if (on) {
        KeepAlive.soon(this);
      }
    }
  }
}
