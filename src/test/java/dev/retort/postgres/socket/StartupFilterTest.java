package dev.retort.postgres.socket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StartupFilterTest {
  private static final byte[] SSL_REQUEST =
      ByteBuffer.allocate(8).putInt(8).putInt(80877103).array();

  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final StartupFilter filter = new StartupFilter(received);

  private static byte[] startup(String... namesAndValues) {
    byte[] body = (String.join("\0", namesAndValues) + "\0\0").getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + body.length)
        .putInt(8 + body.length)
        .putInt(3 << 16)
        .put(body)
        .array();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  @Test
  void theTimeZoneIsTakenOutAndTheRestStays() throws IOException {
    filter.write(startup("user", "me", "TimeZone", "Europe/Berlin", "DateStyle", "ISO"));
    assertArrayEquals(startup("user", "me", "DateStyle", "ISO"), received.toByteArray());
  }

  @Test
  void itIsFoundAtTheEndAndAmongLookalikes() throws IOException {
    filter.write(startup("user", "TimeZone", "options", "", "TimeZone", "UTC"));
    assertArrayEquals(startup("user", "TimeZone", "options", ""), received.toByteArray());
  }

  @Test
  void aPacketMayComeInPieces() throws IOException {
    for (byte b : startup("user", "jos\u00e9", "TimeZone", "UTC")) {
      filter.write(b);
    }
    assertArrayEquals(startup("user", "jos\u00e9"), received.toByteArray());
  }

  @Test
  void askingForTlsFirstPassesAndIsNotTheEnd() throws IOException {
    filter.write(SSL_REQUEST);
    assertArrayEquals(SSL_REQUEST, received.toByteArray());
    filter.write(startup("user", "me", "TimeZone", "UTC"));
    assertArrayEquals(join(SSL_REQUEST, startup("user", "me")), received.toByteArray());
  }

  @Test
  void whatFollowsThePacketPassesUntouched() throws IOException {
    byte[] more = startup("TimeZone", "UTC");
    filter.write(join(startup("user", "me"), more));
    filter.write(more);
    assertArrayEquals(join(startup("user", "me"), more, more), received.toByteArray());
  }

  @Test
  void anythingElsePassesUntouched() throws IOException {
    byte[] tls = new byte[600];
    Arrays.fill(tls, (byte) 'T');
    tls[0] = 0x16;
    tls[1] = 3;
    filter.write(tls, 0, 5);
    filter.write(tls, 5, tls.length - 5);
    filter.write(startup("TimeZone", "UTC"));
    assertEquals(tls.length + startup("TimeZone", "UTC").length, received.size());
  }
}
