package dev.retort.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP proxy on localhost before a database: counts round trips, and cuts the wire at a chosen
 * message.
 */
public final class TcpProxy implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  /** The message that ends a session; nobody answers it, so it is no round trip. */
  private static final byte GOODBYE = 'X';

  private final ServerSocket listening;
  private final int targetPort;
  private final AtomicInteger roundTrips = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile Cut cut = new Cut("", false);

  /**
   * Where to cut the wire.
   *
   * @param text what the client's message contains; empty for nowhere
   * @param deliver whether the server still gets that message; its answer is lost in any case
   */
  private record Cut(String text, boolean deliver) {}

  private TcpProxy(ServerSocket listening, int targetPort) {
    this.listening = listening;
    this.targetPort = targetPort;
  }

  /** A proxy before a database's server. */
  public static TcpProxy before(PgDatabase database) {
    try {
      TcpProxy proxy =
          new TcpProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), database.port());
      Thread.ofVirtual().start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port to connect to. */
  public int port() {
    return listening.getLocalPort();
  }

  /** How often a client spoke after the server had. */
  public int roundTrips() {
    return roundTrips.get();
  }

  /** How many connections were made. */
  public int connections() {
    return connections.get();
  }

  /** Starts counting again. */
  public void reset() {
    roundTrips.set(0);
    connections.set(0);
  }

  /** Breaks the connection that sends a message with this text in it, once. */
  public void cutAt(String text, boolean deliver) {
    cut = new Cut(text, deliver);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        client.setTcpNoDelay(true);
        Socket server = new Socket(InetAddress.getLoopbackAddress(), targetPort);
        server.setTcpNoDelay(true);
        sockets.addAll(List.of(client, server));
        connections.incrementAndGet();
        AtomicBoolean serverSpoke = new AtomicBoolean(true);
        Thread.ofVirtual().start(() -> forward(client, server, serverSpoke));
        Thread.ofVirtual().start(() -> back(server, client, serverSpoke));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void forward(Socket client, Socket server, AtomicBoolean serverSpoke) {
    byte[] buffer = new byte[BUFFER];
    try (client;
        server) {
      InputStream in = client.getInputStream();
      OutputStream out = server.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (serverSpoke.getAndSet(false) && buffer[0] != GOODBYE) {
          roundTrips.incrementAndGet();
        }
        Cut here = cut;
        if (!here.text().isEmpty()
            && new String(buffer, 0, n, StandardCharsets.UTF_8).contains(here.text())) {
          cut = new Cut("", false);
          client.close();
          if (here.deliver()) {
            out.write(buffer, 0, n);
            out.flush();
            drain(server);
          }
          return;
        }
        out.write(buffer, 0, n);
        out.flush();
      }
    } catch (IOException e) {
      // One side has gone; closing both is all that is left.
    }
  }

  /** Lets the server finish and answer, to nobody. */
  private static void drain(Socket server) throws IOException {
    server.shutdownOutput();
    InputStream in = server.getInputStream();
    in.transferTo(OutputStream.nullOutputStream());
  }

  private static void back(Socket server, Socket client, AtomicBoolean serverSpoke) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = server.getInputStream();
      OutputStream out = client.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        serverSpoke.set(true);
        out.write(buffer, 0, n);
        out.flush();
      }
      client.close();
    } catch (IOException e) {
      // One side has gone.
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
