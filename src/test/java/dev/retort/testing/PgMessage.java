package dev.retort.testing;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One message of PostgreSQL's protocol (manual, chapter 54.7).
 *
 * @param type its first byte, 0 for the messages before a session that have none
 * @param body what follows the length
 */
// Never compared, so that what equals makes of an array does not matter.
@SuppressWarnings("ArrayRecordComponent")
record PgMessage(char type, byte[] body) {
  static final int SSL_REQUEST = 80877103;
  static final int GSS_REQUEST = 80877104;
  static final int VERSION_3 = 196608;

  /** A message of a session. */
  static PgMessage read(DataInputStream in) throws IOException {
    char type = (char) in.readUnsignedByte();
    return new PgMessage(type, in.readNBytes(in.readInt() - 4));
  }

  /** A client's first message, or the ones before it. */
  static PgMessage readFirst(DataInputStream in) throws IOException {
    return new PgMessage((char) 0, in.readNBytes(in.readInt() - 4));
  }

  void to(DataOutputStream out) throws IOException {
    out.write(bytes());
    out.flush();
  }

  /** All of it, as it is on the wire. */
  byte[] bytes() {
    ByteBuffer buffer = ByteBuffer.allocate(body.length + (type == 0 ? 4 : 5));
    if (type != 0) {
      buffer.put((byte) type);
    }
    return buffer.putInt(body.length + 4).put(body).array();
  }

  /** The code that a first message begins with. */
  int code() {
    return ByteBuffer.wrap(body).getInt();
  }

  /** Whether it asks for another form of connection, which is answered with one byte. */
  boolean asksForEncryption() {
    return code() == SSL_REQUEST || code() == GSS_REQUEST;
  }

  /** Its texts, whatever else is between them. */
  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
