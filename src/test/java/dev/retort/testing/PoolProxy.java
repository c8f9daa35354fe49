package dev.retort.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A connection pooler in small, as PgBouncer does it: gives each client a session of the server's
 * for as long as it stays, or for a transaction, or for a statement. Understands the simple query
 * protocol.
 */
public final class PoolProxy implements AutoCloseable {

  /** What a client keeps a session for. */
  public enum Mode {
    SESSION,
    TRANSACTION,
    STATEMENT
  }

  /**
   * How it goes about it.
   *
   * @param refusesOptions whether it refuses the start-up parameter {@code options}
   * @param hidesItself whether clients are told the server process of the session they get first
   * @param inTurn whether sessions are given away in turn, rather than the last one used first
   * @param spare how many sessions idle from the beginning
   */
  public record Manner(
      Mode mode, boolean refusesOptions, boolean hidesItself, boolean inTurn, int spare) {
    /** As PgBouncer does by default. */
    public static Manner usual(Mode mode) {
      return new Manner(mode, true, false, false, 0);
    }
  }

  /** A session of the server's, and what the server said when it began. */
  // Never compared, so that what equals makes of an array does not matter.
  @SuppressWarnings("ArrayRecordComponent")
  private record Backend(
      Socket socket, DataInputStream in, DataOutputStream out, byte[] greeting, byte[] key) {}

  private final ServerSocket listening;
  private final PgDatabase database;
  private final Manner manner;
  private final ConcurrentLinkedDeque<Backend> idle = new ConcurrentLinkedDeque<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger lent = new AtomicInteger();
  private final AtomicInteger clients = new AtomicInteger(1_000_000_000);

  private PoolProxy(ServerSocket listening, PgDatabase database, Manner manner) {
    this.listening = listening;
    this.database = database;
    this.manner = manner;
  }

  /** A pooler before a database's server, which trusts everybody. */
  public static PoolProxy before(PgDatabase database, Manner manner) {
    try {
      PoolProxy proxy =
          new PoolProxy(
              new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), database, manner);
      for (int i = 0; i < manner.spare(); i++) {
        proxy.idle.add(proxy.connect());
      }
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

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        client.setTcpNoDelay(true);
        sockets.add(client);
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void serve(Socket client) {
    @Nullable Backend mine = null;
    try (client) {
      DataInputStream in = new DataInputStream(client.getInputStream());
      DataOutputStream out = new DataOutputStream(client.getOutputStream());
      if (!greet(in, out)) {
        return;
      }
      for (PgMessage message = PgMessage.read(in);
          message.type() != 'X';
          message = PgMessage.read(in)) {
        if (mine == null) {
          lent.incrementAndGet();
          mine = take();
        }
        boolean idles = pass(message, mine, out);
        if (!idles && manner.mode() == Mode.STATEMENT) {
          error("transaction blocks not allowed in statement pooling mode").to(out);
          break;
        }
        if (idles && manner.mode() != Mode.SESSION) {
          give(mine);
          lent.decrementAndGet();
          mine = null;
        }
      }
    } catch (IOException e) {
      // One side has gone.
    } finally {
      if (mine != null) {
        reset(mine);
        lent.decrementAndGet();
      }
    }
  }

  /** Whether the client is let in. */
  private boolean greet(DataInputStream in, DataOutputStream out) throws IOException {
    PgMessage first = PgMessage.readFirst(in);
    while (first.asksForEncryption()) {
      out.write('N');
      first = PgMessage.readFirst(in);
    }
    if (first.code() != PgMessage.VERSION_3) {
      return false;
    }
    if (manner.refusesOptions() && first.text().contains("\0options\0")) {
      error("unsupported startup parameter: options").to(out);
      return false;
    }
    Backend like = take();
    give(like);
    byte[] key = like.key();
    if (!manner.hidesItself()) {
      key = ByteBuffer.allocate(8).putInt(clients.incrementAndGet()).putInt(7).array();
    }
    out.write(like.greeting());
    new PgMessage('K', key).to(out);
    new PgMessage('Z', new byte[] {'I'}).to(out);
    return true;
  }

  /**
   * The sessions that idle are given to others, who keep them; so is one about to be given back.
   */
  public void busy() {
    while (lent.get() > 0) {
      Thread.onSpinWait();
    }
    idle.clear();
  }

  private static PgMessage error(String text) {
    return new PgMessage(
        'E', ("SFATAL\0VFATAL\0C08P01\0M" + text + "\0\0").getBytes(StandardCharsets.UTF_8));
  }

  /** Passes a query on and its answer back; whether no transaction is open after it. */
  private static boolean pass(PgMessage query, Backend to, DataOutputStream out)
      throws IOException {
    query.to(to.out());
    while (true) {
      PgMessage answer = PgMessage.read(to.in());
      answer.to(out);
      if (answer.type() == 'Z') {
        return answer.body()[0] == 'I';
      }
    }
  }

  private Backend take() throws IOException {
    Backend backend = manner.inTurn() ? idle.pollLast() : idle.pollFirst();
    return backend == null ? connect() : backend;
  }

  private void give(Backend backend) {
    idle.addFirst(backend);
  }

  /** What PgBouncer's server_reset_query does, once a client has gone. */
  private void reset(Backend backend) {
    try {
      if (manner.mode() == Mode.SESSION) {
        PgMessage reset = new PgMessage('Q', "DISCARD ALL\0".getBytes(StandardCharsets.UTF_8));
        pass(reset, backend, new DataOutputStream(new ByteArrayOutputStream()));
        give(backend);
      } else {
        backend.socket().close();
      }
    } catch (IOException e) {
      // The server has gone as well.
    }
  }

  private Backend connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), database.port());
    socket.setTcpNoDelay(true);
    sockets.add(socket);
    DataInputStream in = new DataInputStream(socket.getInputStream());
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    byte[] names =
        ("user\0" + PgServer.SUPERUSER + "\0database\0" + database.name() + "\0\0")
            .getBytes(StandardCharsets.UTF_8);
    byte[] body =
        ByteBuffer.allocate(names.length + 4).putInt(PgMessage.VERSION_3).put(names).array();
    new PgMessage((char) 0, body).to(out);
    ByteArrayOutputStream greeting = new ByteArrayOutputStream();
    byte[] key = {};
    PgMessage message = PgMessage.read(in);
    while (message.type() != 'Z') {
      if (message.type() == 'K') {
        key = message.body();
      } else {
        greeting.write(message.bytes());
      }
      message = PgMessage.read(in);
    }
    return new Backend(socket, in, out, greeting.toByteArray(), key);
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
