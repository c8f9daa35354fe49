package dev.retort.profile.file;

import dev.retort.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a file as UTF-8, with or without a byte order mark. */
public final class TextFile {
  private TextFile() {}

  /** The file's text; nothing, and a problem added, if it is unreadable or not UTF-8. */
  public static Optional<String> read(Path file, List<Problem> problems) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      problems.add(
          Problem.error(
              "unreadable-file", "The file cannot be read.", "Check its permissions.", file, 0));
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      problems.add(
          Problem.error(
              "not-utf-8",
              "Byte " + buffer.position() + " of the file is not UTF-8.",
              "Save the file as UTF-8.",
              file,
              lineOf(bytes, buffer.position())));
      return Optional.empty();
    }
  }

  private static int lineOf(byte[] bytes, int end) {
    int line = 1;
    for (int i = 0; i < end; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }
}
