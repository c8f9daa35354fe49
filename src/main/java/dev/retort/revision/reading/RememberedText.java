package dev.retort.revision.reading;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Headers that were read, as bytes and back: a check sum behind all of them finds damage. */
final class RememberedText {
  /** Another number where these bytes mean something else, or headers do. */
  private static final int FORMAT = 0x52480001;

  private static final int LARGEST = 32 << 20;
  private static final int CHECK = Long.BYTES;

  private final byte[] bytes;
  private final ByteBuffer in;

  private RememberedText(byte[] bytes, int length) {
    this.bytes = bytes;
    this.in = ByteBuffer.wrap(bytes, 0, length);
  }

  /** Empty where it would be too much. */
  static Optional<byte[]> write(List<Remembered> all, String owner) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128 * all.size());
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(FORMAT);
    put(out, owner);
    out.writeInt(all.size());
    for (Remembered one : all) {
      put(out, one);
    }
    out.writeLong(check(bytes.toByteArray(), bytes.size()));
    return bytes.size() > LARGEST ? Optional.empty() : Optional.of(bytes.toByteArray());
  }

  private static void put(DataOutputStream out, Remembered one) throws IOException {
    put(out, one.key());
    out.writeLong(one.stamp().size());
    out.writeLong(one.stamp().modified());
    out.writeLong(one.stamp().changed());
    out.writeLong(one.stamp().number());
    put(out, one.id());
    out.writeInt(one.idLine());
    out.writeBoolean(one.revises().isPresent());
    put(out, one.revises().orElse(List.of()));
    put(out, one.branchLabels());
    put(out, one.dependsOn());
    put(out, one.message());
    put(out, one.createDate());
  }

  private static void put(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  private static void put(DataOutputStream out, Optional<String> text) throws IOException {
    if (text.isEmpty()) {
      out.writeInt(-1);
    } else {
      put(out, text.get());
    }
  }

  private static void put(DataOutputStream out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      put(out, text);
    }
  }

  private static long check(byte[] bytes, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, length);
    return sum.getValue();
  }

  /**
   * What the bytes hold.
   *
   * @throws IOException where they are damaged, or somebody else's
   */
  static List<Remembered> read(byte[] bytes, String owner) throws IOException {
    int length = bytes.length - CHECK;
    if (length < 0 || ByteBuffer.wrap(bytes).getLong(length) != check(bytes, length)) {
      throw new IOException("damaged");
    }
    try {
      return new RememberedText(bytes, length).all(owner);
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IOException("of another kind", e);
    }
  }

  private List<Remembered> all(String owner) throws IOException {
    if (in.getInt() != FORMAT || !text().equals(owner)) {
      throw new IOException("of another kind");
    }
    int count = in.getInt();
    List<Remembered> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      all.add(one());
    }
    return all;
  }

  private Remembered one() {
    String key = text();
    FileStamp stamp = new FileStamp(in.getLong(), in.getLong(), in.getLong(), in.getLong());
    Optional<String> id = optional();
    int idLine = in.getInt();
    boolean hasRevises = in.get() != 0;
    List<String> revises = texts();
    return new Remembered(
        key,
        stamp,
        id,
        idLine,
        hasRevises ? Optional.of(revises) : Optional.empty(),
        texts(),
        texts(),
        text(),
        optional());
  }

  private String text() {
    return text(in.getInt());
  }

  private String text(int length) {
    String text = new String(bytes, in.position(), length, StandardCharsets.UTF_8);
    in.position(in.position() + length);
    return text;
  }

  private Optional<String> optional() {
    int length = in.getInt();
    return length < 0 ? Optional.empty() : Optional.of(text(length));
  }

  private List<String> texts() {
    int count = in.getInt();
    if (count == 0) {
      return List.of();
    }
    if (count == 1) {
      return List.of(text());
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(text());
    }
    return List.copyOf(texts);
  }
}
