package dev.retort.engine;

import dev.retort.profile.Folders;
import dev.retort.profile.Redaction;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** Keeps the traces of errors in Retort itself in files of their own. Any thread; blocks. */
public final class CrashFile {
  private final Path folder;
  private final InstantSource clock;

  private CrashFile(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Crash files in the data folder, which is made when needed. */
  public static CrashFile of(Surroundings surroundings) {
    return new CrashFile(
        Folders.of(surroundings.user()).data().resolve("crashes"), surroundings.clock());
  }

  /** Where they are. */
  public Path folder() {
    return folder;
  }

  /** What is written of an error: when, on what, and its trace, without any secret. */
  public String text(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return Redaction.of(
        "Retort, Java "
            + Runtime.version()
            + ", "
            + System.getProperty("os.name")
            + ", "
            + clock.instant()
            + "\n\n"
            + trace);
  }

  /** Writes the trace down; gives the file. */
  public Path write(Throwable failure) throws IOException {
    Instant now = clock.instant();
    Files.createDirectories(folder);
    Path file = folder.resolve("crash-" + now.toString().replace(':', '-') + ".txt");
    return Files.writeString(file, text(failure));
  }
}
