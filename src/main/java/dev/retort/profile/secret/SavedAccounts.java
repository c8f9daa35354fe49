package dev.retort.profile.secret;

import dev.retort.profile.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which accounts Retort has put into the key ring, without their passwords, one a line. Thanks to
 * it the key ring is asked only for what it has: asking takes half a second, and may make the
 * system prompt the user.
 */
final class SavedAccounts {
  private final Path file;

  SavedAccounts(Path file) {
    this.file = file;
  }

  boolean contains(Account account) {
    return read().contains(account.name());
  }

  void add(Account account) {
    Set<String> names = read();
    if (names.add(account.name())) {
      write(names);
    }
  }

  void remove(Account account) {
    Set<String> names = read();
    if (names.remove(account.name())) {
      write(names);
    }
  }

  private Set<String> read() {
    try {
      return Files.exists(file)
          ? new LinkedHashSet<>(Files.readAllLines(file))
          : new LinkedHashSet<>();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Set<String> names) {
    try {
      AtomicFile.write(file, String.join("\n", names) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
