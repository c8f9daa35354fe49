package dev.retort.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server that comes and goes, for those who look at it through this: it works, nothing answers at
 * its port, or it takes connections and then says nothing.
 */
public final class MoodyProxy implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final int targetPort;
  private final int port;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private Optional<ServerSocket> listening = Optional.empty();
  private volatile boolean silent;

  private MoodyProxy(int targetPort) throws IOException {
    this.targetPort = targetPort;
    ServerSocket first = bound(0);
    this.port = first.getLocalPort();
    listen(first);
  }

  /** A proxy before a database's server, which works. */
  public static MoodyProxy before(PgDatabase database) {
    try {
      return new MoodyProxy(database.port());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port to connect to, always the same. */
  public int port() {
    return port;
  }

  /** The server is stopped: its connections break, and nothing answers there. */
  public synchronized void stop() {
    listening.ifPresent(MoodyProxy::close);
    listening = Optional.empty();
    breakConnections();
  }

  /** The network is cut: connections are taken, and nothing comes through any more. */
  public synchronized void hang() {
    silent = true;
  }

  /** All is well, for connections made from now on; those that hang break. */
  public synchronized void work() {
    silent = false;
    breakConnections();
    if (listening.isEmpty()) {
      // The last connections may hold the port for a moment after they were closed.
      PgDatabase.await("the port is free", this::listenAgain);
    }
  }

  private boolean listenAgain() {
    try {
      listen(bound(port));
      return true;
    } catch (BindException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void breakConnections() {
    sockets.forEach(MoodyProxy::close);
    sockets.clear();
  }

  private static ServerSocket bound(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return socket;
  }

  private synchronized void listen(ServerSocket socket) {
    listening = Optional.of(socket);
    Thread.ofVirtual().start(() -> accept(socket));
  }

  private void accept(ServerSocket socket) {
    try {
      while (true) {
        Socket client = socket.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), targetPort);
        sockets.addAll(List.of(client, server));
        Thread.ofVirtual().start(() -> pump(client, server));
        Thread.ofVirtual().start(() -> pump(server, client));
      }
    } catch (IOException e) {
      // Stopped.
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER];
    try (from;
        to) {
      for (int n = from.getInputStream().read(buffer); n >= 0; ) {
        if (!silent) {
          to.getOutputStream().write(buffer, 0, n);
          to.getOutputStream().flush();
        }
        n = from.getInputStream().read(buffer);
      }
    } catch (IOException e) {
      // One side has gone, and takes the other with it.
    }
  }

  private static void close(AutoCloseable one) {
    try {
      one.close();
    } catch (Exception e) {
      // Closed either way.
    }
  }

  @Override
  public void close() {
    stop();
  }
}
