package dev.retort.revision.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decodes a large file piece by piece. Java keeps a string in one byte a character where all are
 * Latin-1, and in two where one is not: decoded as a whole, a file with a single arrow in it is in
 * memory as bytes, in two bytes a character, and in a copy of these. The pieces are as small as
 * their own characters allow, and the text is the only other thing there is.
 */
final class LargeText {
  private static final int BUFFER = 1 << 18;

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);

  private final CharBuffer chars = CharBuffer.allocate(BUFFER);
  private final List<String> pieces = new ArrayList<>();

  private LargeText() {}

  /** The text; empty where it is not UTF-8, or holds a NUL character. */
  static Optional<String> read(ReadableByteChannel channel) throws IOException {
    LargeText text = new LargeText();
    return text.decode(channel) ? Optional.of(String.join("", text.pieces)) : Optional.empty();
  }

  private boolean decode(ReadableByteChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    boolean sound = true;
    boolean more = true;
    while (sound && more) {
      more = channel.read(bytes) >= 0;
      bytes.flip();
      // There is room: no byte makes more than one character.
      CoderResult result = decoder.decode(bytes, chars, !more);
      sound = !result.isError() && piece();
      bytes.compact();
    }
    return sound;
  }

  /** Whether what was decoded may be kept. */
  private boolean piece() {
    String piece = chars.flip().toString();
    chars.clear();
    pieces.add(piece);
    return piece.indexOf('\0') < 0;
  }
}
