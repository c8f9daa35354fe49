package dev.retort.testing;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * A TCP proxy on localhost before a database that knows where PostgreSQL's messages begin and end,
 * and does harm at one of them, once.
 */
public final class FaultProxy implements AutoCloseable {

  /** Which way a message goes. */
  public enum Way {
    TO_SERVER,
    TO_CLIENT
  }

  /** Where, in the one message, the harm is done. */
  public enum Where {
    BEFORE,
    MIDDLE,
    AFTER
  }

  /** What is done. */
  public enum Harm {
    /** The connection is broken for both sides; what the server has got, it has got. */
    CUT,
    /** The message comes late. */
    DELAY,
    /** Nothing comes through any more, either way, and nobody is told. */
    SWALLOW
  }

  /** A message at which harm is done. */
  public record Moment(Way way, Where where, Predicate<String> message) {}

  /**
   * What is to be done.
   *
   * @param lateness for a delay
   */
  public record Fault(Moment moment, Harm harm, Duration lateness) {}

  private final ServerSocket listening;
  private final int targetPort;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicReference<Optional<Fault>> pending;

  private FaultProxy(ServerSocket listening, int targetPort, Fault fault) {
    this.listening = listening;
    this.targetPort = targetPort;
    this.pending = new AtomicReference<>(Optional.of(fault));
  }

  /** A proxy before a database's server. */
  public static FaultProxy before(PgDatabase database, Fault fault) {
    try {
      FaultProxy proxy =
          new FaultProxy(
              new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), database.port(), fault);
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

  /** Lets nobody in any more. */
  public void refuse() {
    close(listening);
  }

  /** Whether the moment has come. */
  public boolean done() {
    return pending.get().isEmpty();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), targetPort);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        sockets.addAll(List.of(client, server));
        Link link = new Link(client, server);
        Thread.ofVirtual().start(() -> link.pump(Way.TO_SERVER));
        Thread.ofVirtual().start(() -> link.pump(Way.TO_CLIENT));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  /** The harm, if this is its moment; it is done once. */
  private Optional<Fault> claim(PgMessage message, Way way) {
    Optional<Fault> fault = pending.get();
    boolean now =
        fault.isPresent()
            && fault.get().moment().way() == way
            && fault.get().moment().message().test(message.type() + message.text())
            && pending.compareAndSet(fault, Optional.empty());
    return now ? fault : Optional.empty();
  }

  /** One client's connection. */
  private final class Link {
    private final Socket client;
    private final Socket server;
    private volatile boolean swallowing;

    Link(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void pump(Way way) {
      Socket from = way == Way.TO_SERVER ? client : server;
      Socket to = way == Way.TO_SERVER ? server : client;
      try {
        DataInputStream in = new DataInputStream(from.getInputStream());
        DataOutputStream out = new DataOutputStream(to.getOutputStream());
        if (way == Way.TO_SERVER) {
          pass(first(in), way, out);
        }
        while (true) {
          pass(PgMessage.read(in), way, out);
        }
      } catch (IOException e) {
        // A side that has gone takes the other with it, unless nobody is to know.
        if (!swallowing) {
          close(to);
        }
      }
    }

    /** The client's first message; what it asks before that is refused here. */
    private PgMessage first(DataInputStream in) throws IOException {
      PgMessage first = PgMessage.readFirst(in);
      while (first.asksForEncryption()) {
        client.getOutputStream().write('N');
        first = PgMessage.readFirst(in);
      }
      return first;
    }

    private void pass(PgMessage message, Way way, DataOutputStream out) throws IOException {
      if (swallowing) {
        return;
      }
      Optional<Fault> fault = claim(message, way);
      if (fault.isEmpty()) {
        message.to(out);
        return;
      }
      byte[] bytes = message.bytes();
      int through =
          switch (fault.get().moment().where()) {
            case BEFORE -> 0;
            case MIDDLE -> bytes.length / 2;
            case AFTER -> bytes.length;
          };
      out.write(bytes, 0, through);
      out.flush();
      switch (fault.get().harm()) {
        case DELAY -> {
          LockSupport.parkNanos(fault.get().lateness().toNanos());
          out.write(bytes, through, bytes.length - through);
          out.flush();
        }
        case SWALLOW -> swallowing = true;
        case CUT -> {
          swallowing = true;
          close(client);
          // What was passed on is in the server's hands; then it learns that the client has gone.
          server.shutdownOutput();
        }
      }
    }
  }

  private static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Closed either way.
    }
  }

  @Override
  public void close() {
    refuse();
    sockets.forEach(FaultProxy::close);
  }
}
