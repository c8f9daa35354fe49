package dev.retort.postgres.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * This process's hold on the server: the FIFO, open for writing until it is closed or the process
 * is gone.
 */
final class UserPipe implements AutoCloseable {
  private final FileChannel channel;

  private UserPipe(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes hold. Empty where there is no supervisor, or where it was closing the door at that very
   * moment. Opened for reading as well, so that it never waits for the supervisor; and never made,
   * so that no plain file can stand in the FIFO's place.
   */
  static Optional<UserPipe> open(Places places) throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(places.users(), StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    UserPipe pipe = new UserPipe(channel);
    pipe.say("here");
    if (Files.exists(places.users())) {
      return Optional.of(pipe);
    }
    pipe.close();
    return Optional.empty();
  }

  /** Says a word to the supervisor; so short a write is never split. */
  void say(String word) throws IOException {
    channel.write(ByteBuffer.wrap((word + "\n").getBytes(StandardCharsets.US_ASCII)));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw ServerException.io("The hold on the embedded server cannot be released", e);
    }
  }
}
