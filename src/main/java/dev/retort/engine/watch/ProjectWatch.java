package dev.retort.engine.watch;

import dev.retort.engine.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches a project's files until it is closed. A {@code git checkout} or an editor's save makes
 * many changes in a row; they are told as one, once nothing has changed for a moment.
 */
public final class ProjectWatch implements AutoCloseable {
  private static final Duration QUIET = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Watched watched;
  private final WatchService service;
  private final Runnable changed;
  private final Consumer<WatchException> failed;

  private ProjectWatch(
      Watched watched, WatchService service, Runnable changed, Consumer<WatchException> failed) {
    this.watched = watched;
    this.service = service;
    this.changed = changed;
    this.failed = failed;
  }

  /**
   * Starts to watch, on a thread of its own.
   *
   * @param changed called on that thread after each burst of changes
   * @param failed called on that thread if watching has to end
   * @throws WatchException if it cannot even begin
   */
  public static ProjectWatch start(
      Project project, Runnable changed, Consumer<WatchException> failed) {
    try {
      WatchService service = FileSystems.getDefault().newWatchService();
      ProjectWatch watch =
          new ProjectWatch(new Watched(project.config()), service, changed, failed);
      try {
        watch.register();
      } catch (IOException e) {
        service.close();
        throw e;
      }
      Thread.ofPlatform().daemon().name("retort-watch").start(watch::watch);
      return watch;
    } catch (IOException e) {
      throw new WatchException(project.root(), e);
    }
  }

  /**
   * Folders come and go with a checkout, so all are registered anew; the known ones cost nothing.
   */
  private void register() throws IOException {
    for (Path folder : watched.singles()) {
      register(folder);
    }
    for (Path tree : watched.trees()) {
      Files.walkFileTree(tree, new Registering());
    }
  }

  private void register(Path folder) throws IOException {
    try {
      folder.register(
          service,
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_MODIFY,
          StandardWatchEventKinds.ENTRY_DELETE);
    } catch (NoSuchFileException | NotDirectoryException e) {
      // It went away in the meantime, which the folder above it tells.
    }
  }

  private void watch() {
    try {
      while (true) {
        boolean concerned = drain(service.take());
        long first = System.nanoTime();
        WatchKey more = service.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
        while (more != null) {
          concerned |= drain(more);
          boolean settle = System.nanoTime() - first < PATIENCE.toNanos();
          more = settle ? service.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS) : null;
        }
        if (concerned) {
          register();
          changed.run();
        }
      }
    } catch (ClosedWatchServiceException e) {
      // Closed by whoever started it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      failed.accept(new WatchException(Path.of("the project"), e));
    }
  }

  private boolean drain(WatchKey key) {
    boolean concerned = false;
    for (WatchEvent<?> event : key.pollEvents()) {
      concerned |=
          event.kind().equals(StandardWatchEventKinds.OVERFLOW)
              || (key.watchable() instanceof Path folder
                  && event.context() instanceof Path name
                  && watched.concerns(folder.resolve(name)));
    }
    return !key.reset() || concerned;
  }

  /** Stops watching; no call is begun after it. */
  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Registers every folder of a tree; what goes away while it is walked is passed over. */
  private final class Registering extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      register(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem) {
      return FileVisitResult.CONTINUE;
    }
  }
}
