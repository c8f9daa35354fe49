package dev.retort.revision.format;

import dev.retort.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A file's text.
 *
 * @param path where it was read
 * @param text all of it but a byte order mark, line ends as they are
 * @param bom whether a byte order mark stands before it
 */
public record TextFile(Path path, String text, boolean bom) {
  /** More than this is no migration any more but a dump, and would not fit into one statement. */
  private static final long MAX_BYTES = 1L << 30;

  /** Room for nearly every header; a longer one is read with the whole file. */
  private static final int BEGINNING = 1_024;

  /** What is larger than this is not held twice in memory, though that takes a little longer. */
  private static final long LARGE = 4L << 20;

  private static final char BOM = '\uFEFF';

  /**
   * Reads a file as UTF-8.
   *
   * @param problems gets what makes it unreadable
   * @return empty where it cannot be used
   */
  public static Optional<TextFile> read(Path path, List<Problem> problems) {
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      long size = channel.size();
      if (size > MAX_BYTES) {
        problems.add(tooLarge(path, size));
        return Optional.empty();
      }
      if (size > LARGE) {
        Optional<String> text = LargeText.read(channel);
        if (text.isPresent()) {
          return Optional.of(of(path, text.get()));
        }
        // Something is wrong with it; the whole tells what, and where.
        channel.position(0);
      }
      return decode(path, bytes(channel, (int) size), problems);
    } catch (IOException e) {
      problems.add(unreadable(path, Files.isDirectory(path) ? "it is a folder" : reason(e)));
      return Optional.empty();
    }
  }

  /**
   * The beginning of a file, for those who need no more; empty where it holds anything that has to
   * be looked at more closely, which {@link #read} then reports.
   *
   * @return a text that may be cut off anywhere behind its first {@value #BEGINNING} bytes
   */
  public static Optional<TextFile> beginning(Path path) {
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      ByteBuffer buffer = ByteBuffer.allocate(BEGINNING);
      int length = channel.read(buffer);
      if (length <= 0) {
        return Optional.empty();
      }
      String text = new String(buffer.array(), 0, length, StandardCharsets.UTF_8);
      boolean plain = text.indexOf('\uFFFD') < 0 && text.indexOf('\0') < 0 && text.charAt(0) != BOM;
      return plain ? Optional.of(new TextFile(path, text, false)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** All there is, also where a file grows meanwhile or does not know its size. */
  private static byte[] bytes(SeekableByteChannel channel, int size) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(size + 1);
    while (channel.read(buffer) >= 0) {
      if (!buffer.hasRemaining()) {
        buffer = ByteBuffer.allocate(2 * buffer.capacity()).put(buffer.flip());
      }
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  /** Whether this is the file of a path, however that is written. */
  public boolean isAt(Path other) {
    return path.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  /** The bytes that this file would have with another text. */
  public byte[] encode(String newText) {
    return (bom ? BOM + newText : newText).getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<TextFile> decode(Path path, byte[] bytes, List<Problem> problems) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    // The replacement character may be in the file itself; only the strict decoder knows.
    if (text.indexOf('\uFFFD') >= 0) {
      int bad = firstBadByte(bytes);
      if (bad >= 0) {
        problems.add(notUtf8(path, bytes, bad));
        return Optional.empty();
      }
    }
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      problems.add(nul(path, text.substring(0, nul).getBytes(StandardCharsets.UTF_8)));
      return Optional.empty();
    }
    return Optional.of(of(path, text));
  }

  private static TextFile of(Path path, String text) {
    boolean bom = !text.isEmpty() && text.charAt(0) == BOM;
    return new TextFile(path, bom ? text.substring(1) : text, bom);
  }

  private static int firstBadByte(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(8192);
    CoderResult result = decoder.decode(in, out, true);
    while (result.isOverflow()) {
      out.clear();
      result = decoder.decode(in, out, true);
    }
    return result.isError() ? in.position() : -1;
  }

  private static Problem notUtf8(Path path, byte[] bytes, int bad) {
    boolean utf16 =
        bytes.length > 1 && (bytes[0] & bytes[1]) == (byte) 0xFE && bytes[0] != bytes[1];
    return Problem.error(
        "not-utf-8",
        String.format(
            "The file is not UTF-8: byte 0x%02X at offset %d has no meaning there.",
            bytes[bad] & 0xFF, bad),
        utf16
            ? "It looks like UTF-16: save it as UTF-8."
            : "Save it as UTF-8; it may be in Latin-1 or Windows-1252.",
        path,
        line(bytes, bad));
  }

  private static Problem nul(Path path, byte[] before) {
    return Problem.error(
        "nul-character",
        "The file holds a NUL character, which PostgreSQL does not accept.",
        "Remove it; a file that is full of them may be UTF-16 and must be saved as UTF-8.",
        path,
        line(before, before.length));
  }

  private static int line(byte[] bytes, int end) {
    int line = 1;
    for (int i = 0; i < end; i++) {
      boolean crLf = bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
      line += bytes[i] == '\n' || (bytes[i] == '\r' && !crLf) ? 1 : 0;
    }
    return line;
  }

  private static Problem tooLarge(Path path, long size) {
    return Problem.error(
        "file-too-large",
        "The file has " + size + " bytes; Retort reads up to " + MAX_BYTES + ".",
        "Split it, or load the data by other means.",
        path,
        0);
  }

  private static Problem unreadable(Path path, String reason) {
    return Problem.error(
        "unreadable-file",
        "The file cannot be read: " + reason + ".",
        "Check what it is and its permissions, or remove it.",
        path,
        0);
  }

  /** An input error in a few words. */
  public static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "it is not there, or a link that leads nowhere";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
