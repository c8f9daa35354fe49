package dev.retort.lanes.drawing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a PNG file from top to bottom (w3.org/TR/png-3), a few rows at a time; the JDK's own
 * writer wants all of the picture in memory.
 */
final class PngWriter implements AutoCloseable {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int CHUNK = 1 << 16;

  private final DataOutputStream out;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private final Deflater deflater = new Deflater();
  private final DeflaterOutputStream packed = new DeflaterOutputStream(waiting, deflater, CHUNK);
  private byte[] above = new byte[0];

  PngWriter(OutputStream stream, int width, int height) throws IOException {
    this.out = new DataOutputStream(stream);
    out.write(SIGNATURE);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(header);
    fields.writeInt(width);
    fields.writeInt(height);
    // Eight bits a channel, red, green and blue; the usual compression and filters; no interlacing.
    fields.write(new byte[] {8, 2, 0, 0, 0});
    chunk("IHDR", header.toByteArray());
  }

  /** Writes the next rows. */
  void rows(BufferedImage image) throws IOException {
    int width = image.getWidth();
    int[] pixels = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, pixels, 0, width);
      byte[] row = new byte[width * 3];
      for (int x = 0; x < width; x++) {
        row[3 * x] = (byte) (pixels[x] >> 16);
        row[3 * x + 1] = (byte) (pixels[x] >> 8);
        row[3 * x + 2] = (byte) pixels[x];
      }
      // Filter 2 keeps what differs from the row above, which packs lanes to almost nothing.
      packed.write(2);
      byte[] difference = row.clone();
      for (int i = 0; i < above.length; i++) {
        difference[i] -= above[i];
      }
      packed.write(difference);
      above = row;
      if (waiting.size() >= CHUNK) {
        flush();
      }
    }
  }

  private void flush() throws IOException {
    if (waiting.size() > 0) {
      chunk("IDAT", waiting.toByteArray());
      waiting.reset();
    }
  }

  private void chunk(String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) check.getValue());
  }

  /** Ends the file; the stream stays open. */
  @Override
  public void close() throws IOException {
    packed.finish();
    flush();
    chunk("IEND", new byte[0]);
    out.flush();
    deflater.end();
  }
}
