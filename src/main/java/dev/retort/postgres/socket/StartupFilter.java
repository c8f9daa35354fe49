package dev.retort.postgres.socket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Takes the TimeZone out of the start-up packet (manual, chapter 54.7, StartupMessage) that passes
 * through, and leaves everything else as it is. What goes before that packet, asking for TLS or
 * GSSAPI, passes too; at the first thing it does not know, it steps aside.
 */
final class StartupFilter extends OutputStream {
  private static final int HEADER = 8;
  private static final int PROTOCOL_3 = 3;
  private static final int SSL_REQUEST = 80877103;
  private static final int GSS_REQUEST = 80877104;
  private static final String DROPPED = "TimeZone";

  private final OutputStream out;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private boolean aside;

  StartupFilter(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (aside) {
      out.write(bytes, offset, length);
      return;
    }
    pending.write(bytes, offset, length);
    passWhatIsComplete();
  }

  private void passWhatIsComplete() throws IOException {
    byte[] bytes = pending.toByteArray();
    if (bytes.length < HEADER) {
      return;
    }
    ByteBuffer header = ByteBuffer.wrap(bytes);
    int length = header.getInt();
    int code = header.getInt();
    if (code == SSL_REQUEST || code == GSS_REQUEST) {
      pass(bytes);
    } else if (code >>> 16 != PROTOCOL_3) {
      aside = true;
      pass(bytes);
    } else if (bytes.length >= length) {
      aside = true;
      out.write(withoutTimeZone(Arrays.copyOf(bytes, length)));
      pass(Arrays.copyOfRange(bytes, length, bytes.length));
    }
  }

  private void pass(byte[] bytes) throws IOException {
    out.write(bytes);
    pending.reset();
  }

  /** The packet is its length, the version, then names and values, each closed by a zero byte. */
  static byte[] withoutTimeZone(byte[] packet) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    kept.write(packet, 0, HEADER);
    int at = HEADER;
    while (at < packet.length && packet[at] != 0) {
      int valueStart = end(packet, at) + 1;
      int next = end(packet, valueStart) + 1;
      String name = new String(packet, at, valueStart - 1 - at, StandardCharsets.UTF_8);
      if (!name.equals(DROPPED)) {
        kept.write(packet, at, next - at);
      }
      at = next;
    }
    kept.write(0);
    byte[] result = kept.toByteArray();
    ByteBuffer.wrap(result).putInt(result.length);
    return result;
  }

  private static int end(byte[] packet, int start) {
    int at = start;
    while (at < packet.length - 1 && packet[at] != 0) {
      at++;
    }
    return at;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
