package dev.retort.revision.reading;

import dev.retort.problem.Problem;
import dev.retort.revision.Script;
import dev.retort.revision.format.SectionReader;
import dev.retort.revision.format.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a baseline: the {@code .sql} files of the folders named, in file-name order, or single
 * files. Headers and numbers mean nothing here; of a file with section marks only the upgrade
 * counts, and of a pair only the file with the upgrade.
 */
public final class BaselineReader {
  private BaselineReader() {}

  /**
   * Reads a baseline, and reports everything that is wrong with it; never fails.
   *
   * @param locations folders or files, in the order configured
   */
  public static Baseline read(List<Path> locations) {
    List<Problem> problems = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (Path location : locations) {
      if (Files.isRegularFile(location)) {
        files.add(location);
      } else {
        FolderListing.of(location, problems).forEach(entry -> files.add(entry.up()));
      }
    }
    List<Script> scripts = new ArrayList<>();
    for (Path file : files) {
      TextFile.read(file, problems)
          .ifPresent(text -> scripts.add(SectionReader.readBaseline(text, problems)));
    }
    return new Baseline(scripts, problems);
  }
}
