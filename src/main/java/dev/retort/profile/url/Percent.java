package dev.retort.profile.url;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding as libpq has it (RFC 3986): a plus sign is a plus sign. */
final class Percent {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private Percent() {}

  /**
   * The text that was encoded.
   *
   * @param what what it is, for the message; the text itself is never in a message
   */
  static String decode(String text, String what) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if (point == '%') {
        bytes.write(octet(text, i, what));
        i += 3;
      } else {
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(point);
      }
    }
    return utf8(bytes.toByteArray(), what);
  }

  private static int octet(String text, int percent, String what) {
    if (percent + 2 >= text.length()
        || !HexFormat.isHexDigit(text.charAt(percent + 1))
        || !HexFormat.isHexDigit(text.charAt(percent + 2))) {
      throw BadUrl.of(
          "the " + what + " has a % that is not followed by two hexadecimal digits",
          "Write a percent sign itself as %25.");
    }
    int octet = HexFormat.fromHexDigits(text, percent + 1, percent + 3);
    if (octet == 0) {
      throw BadUrl.of("the " + what + " holds %00, which no value may", "Take it out.");
    }
    return octet;
  }

  private static String utf8(byte[] bytes, String what) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw BadUrl.of(
          "the " + what + " is not UTF-8 once it is decoded", "Encode its UTF-8 bytes with %.");
    }
  }

  /** Encodes everything but letters, digits and {@code -._~}. */
  static String encode(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      if (UNRESERVED.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
      }
    }
    return out.toString();
  }
}
