package dev.retort.revision;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The SQL of one section of a revision, verbatim.
 *
 * @param mode how it is run
 * @param sql the text between the section's mark and the next, line ends as in the file
 * @param firstLine 1-based line in the file at which {@code sql} begins
 * @param file the file it stands in; absent for revisions made in memory
 */
public record Script(TransactionMode mode, String sql, int firstLine, Optional<Path> file) {

  /** A transactional script that is not in any file. */
  public static Script of(String sql) {
    return new Script(TransactionMode.TRANSACTIONAL, sql, 1, Optional.empty());
  }
}
