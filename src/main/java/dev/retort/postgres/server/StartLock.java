package dev.retort.postgres.server;

import dev.retort.profile.file.AtomicFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock between processes that the system lets go of when its holder dies.
 *
 * <p>Such locks belong to the process as a whole: a second channel on the same file, opened and
 * closed by another thread, would lose the first one's lock. Hence one lock for the threads of this
 * process, and only its holder opens files.
 */
final class StartLock {
  private static final ReentrantLock THREADS = new ReentrantLock();
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private StartLock() {}

  /** What is done while the lock is held. */
  interface Work<T> {
    T run() throws IOException;
  }

  /**
   * Does something that only one process may do at a time; locks on different files may be nested.
   *
   * @param patience how long to wait for the lock
   * @throws ServerException if another process keeps it for longer
   */
  static <T> T holding(Path file, Duration patience, Work<T> work) throws IOException {
    THREADS.lock();
    try {
      AtomicFile.createFolder(file.resolveSibling(""));
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        await(channel, file, patience);
        return work.run();
      }
    } finally {
      THREADS.unlock();
    }
  }

  private static void await(FileChannel channel, Path file, Duration patience) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (channel.tryLock() == null) {
      if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
        throw new ServerException(
            "sandbox-busy",
            "Another process is busy with the embedded PostgreSQL, and keeps on being so.",
            "See what it does, or end it; " + file + " is what it holds.");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
