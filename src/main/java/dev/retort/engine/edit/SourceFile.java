package dev.retort.engine.edit;

import dev.retort.revision.writing.AtomicFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A file as it was when it was read: its text, and all that a save has to keep. Immutable; reading
 * and saving block.
 */
public final class SourceFile {

  /** How the bytes of a file become text. Only the first two are what Retort reads. */
  public enum Encoding {
    UTF_8("UTF-8"),
    UTF_8_BOM("UTF-8 with BOM"),
    UTF_16("UTF-16"),
    WINDOWS_1252("Windows-1252");

    private final String words;

    Encoding(String words) {
      this.words = words;
    }

    /** What it is called. */
    public String words() {
      return words;
    }

    /** Whether Retort, and so the server, gets to see the text. */
    public boolean readable() {
      return this == UTF_8 || this == UTF_8_BOM;
    }
  }

  /** What came of a save. */
  public sealed interface Saving {
    /** It is on disk. */
    record Saved(SourceFile now) implements Saving {}

    /** Nothing was written: somebody else has changed the file meanwhile. */
    record Changed(SourceFile onDisk) implements Saving {}

    /** Nothing was written: the file is not there any more. */
    record Gone() implements Saving {}
  }

  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Path path;
  private final byte[] bytes;
  private final Encoding encoding;
  private final String text;
  private final LineEnds ends;

  private SourceFile(Path path, byte[] bytes, Encoding encoding, String original) {
    this.path = path;
    this.bytes = bytes;
    this.encoding = encoding;
    this.text = LineEnds.plain(original);
    this.ends = LineEnds.of(original);
  }

  /**
   * Reads a file. One that is not UTF-8 is read as what it most likely is.
   *
   * @throws NoSuchFileException if there is none
   */
  public static SourceFile read(Path path) throws IOException {
    return of(path, Files.readAllBytes(path));
  }

  private static SourceFile of(Path path, byte[] bytes) {
    boolean bom = bytes.length >= 3 && Arrays.equals(bytes, 0, 3, BOM, 0, 3);
    int from = bom ? 3 : 0;
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
              .toString();
      return new SourceFile(path, bytes, bom ? Encoding.UTF_8_BOM : Encoding.UTF_8, text);
    } catch (CharacterCodingException notUtf8) {
      boolean utf16 = bytes.length > 1 && (bytes[0] & bytes[1]) == (byte) 0xFE;
      return utf16 && bytes[0] != bytes[1]
          ? new SourceFile(path, bytes, Encoding.UTF_16, new String(bytes, StandardCharsets.UTF_16))
          : new SourceFile(
              path,
              bytes,
              Encoding.WINDOWS_1252,
              new String(bytes, Charset.forName("windows-1252")));
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Its text, with {@code \n} at the end of each line. */
  public String text() {
    return text;
  }

  /** How its bytes became text. */
  public Encoding encoding() {
    return encoding;
  }

  /** Its line ends. */
  public LineEnds ends() {
    return ends;
  }

  /** How many bytes it has. */
  public long size() {
    return bytes.length;
  }

  /** Whether both have the same bytes. */
  public boolean sameAs(SourceFile other) {
    return Arrays.equals(bytes, other.bytes);
  }

  /** What is on disk now; empty if the file is not there any more. */
  public Optional<SourceFile> again() throws IOException {
    try {
      return Optional.of(read(path));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }

  /**
   * Writes another text in place of this one, as UTF-8, with this file's byte order mark, line ends
   * and permissions. Others see the old file or the new one. Nothing is written unless the file is
   * still as it was when this was read.
   */
  public Saving save(String newText) throws IOException {
    Optional<SourceFile> now = again();
    if (now.isEmpty()) {
      return new Saving.Gone();
    }
    if (!now.get().sameAs(this)) {
      return new Saving.Changed(now.get());
    }
    if (!Files.isWritable(path)) {
      // A rename would succeed all the same; who took the right away did not mean that.
      throw new AccessDeniedException(path.toString());
    }
    byte[] fresh = encode(newText);
    AtomicFiles.replace(path, fresh);
    return new Saving.Saved(of(path, fresh));
  }

  /**
   * Writes a text to where this file was, which is there no more.
   *
   * @return {@link Saving.Changed} if there is one again
   */
  public Saving saveAnew(String newText) throws IOException {
    byte[] fresh = encode(newText);
    try {
      AtomicFiles.create(path, fresh);
      return new Saving.Saved(of(path, fresh));
    } catch (FileAlreadyExistsException taken) {
      return new Saving.Changed(read(path));
    }
  }

  private byte[] encode(String newText) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (encoding == Encoding.UTF_8_BOM) {
      out.writeBytes(BOM);
    }
    out.writeBytes(ends.applyTo(newText).getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }
}
