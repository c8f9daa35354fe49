package dev.retort.survive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A port before a server's, where the first connections wait until so many have come; then all of
 * them are let through at once, and later ones without waiting. So processes that start at
 * different speeds begin together.
 */
final class StartingGate implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 120;

  private final ServerSocket listening;
  private final int target;
  private final CountDownLatch waiting;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  private StartingGate(ServerSocket listening, int target, int runners) {
    this.listening = listening;
    this.target = target;
    this.waiting = new CountDownLatch(runners);
  }

  static StartingGate before(int port, int runners) {
    try {
      ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      StartingGate gate = new StartingGate(listening, port, runners);
      Thread.ofVirtual().start(gate::accept);
      return gate;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it opens. */
  void awaitOpen() {
    try {
      if (!waiting.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(waiting.getCount() + " of the runners never connected");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  int port() {
    return listening.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        client.setTcpNoDelay(true);
        sockets.add(client);
        waiting.countDown();
        Thread.ofVirtual().start(() -> letThrough(client));
      }
    } catch (IOException e) {
      // Closed: the race is over.
    }
  }

  private void letThrough(Socket client) {
    try {
      waiting.await();
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      server.setTcpNoDelay(true);
      sockets.add(server);
      Thread.ofVirtual().start(() -> copy(server, client));
      copy(client, server);
    } catch (IOException e) {
      // One side has gone, and the other is closed with the gate.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One side has gone; both are closed.
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
