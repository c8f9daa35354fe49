package dev.retort.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A link on which everything takes some time each way, however much is under way: what is read is
 * passed on when its time has come, in order.
 */
final class SlowLink implements AutoCloseable {
  private final ServerSocket listener;
  private final int port;
  private final Duration delay;

  private final AtomicInteger roundTrips = new AtomicInteger();

  private record Chunk(long due, ByteBuffer bytes) {}

  /** A link to a port of this machine. */
  SlowLink(int port, Duration delay) throws IOException {
    this.port = port;
    this.delay = delay;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** Where to connect to. */
  int port() {
    return listener.getLocalPort();
  }

  /** How often a client spoke after the server had, since this was last asked. */
  int takeRoundTrips() {
    return roundTrips.getAndSet(0);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        AtomicBoolean serverSpoke = new AtomicBoolean(true);
        join(
            client,
            server,
            () -> {
              if (serverSpoke.getAndSet(false)) {
                roundTrips.incrementAndGet();
              }
            });
        join(server, client, () -> serverSpoke.set(true));
      }
    } catch (IOException e) {
      if (!listener.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void join(Socket from, Socket to, Runnable spoken) {
    BlockingQueue<Chunk> underWay = new LinkedBlockingQueue<>();
    Thread.ofPlatform().daemon().start(() -> read(from, underWay, spoken));
    Thread.ofPlatform().daemon().start(() -> pass(underWay, to));
  }

  private void read(Socket from, BlockingQueue<Chunk> underWay, Runnable spoken) {
    byte[] buffer = new byte[65_536];
    try {
      InputStream in = from.getInputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        spoken.run();
        underWay.add(
            new Chunk(
                System.nanoTime() + delay.toNanos(),
                ByteBuffer.wrap(Arrays.copyOf(buffer, count))));
      }
    } catch (IOException e) {
      // The other side hung up, which is passed on like an ordinary end.
    }
    underWay.add(new Chunk(System.nanoTime() + delay.toNanos(), ByteBuffer.allocate(0)));
  }

  private static void pass(BlockingQueue<Chunk> underWay, Socket to) {
    try (to) {
      OutputStream out = to.getOutputStream();
      while (true) {
        Chunk chunk = underWay.take();
        TimeUnit.NANOSECONDS.sleep(chunk.due() - System.nanoTime());
        if (!chunk.bytes().hasRemaining()) {
          return;
        }
        out.write(chunk.bytes().array());
      }
    } catch (IOException e) {
      // Whoever should have had it is gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
