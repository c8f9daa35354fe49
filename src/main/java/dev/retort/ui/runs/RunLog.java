package dev.retort.ui.runs;

import dev.retort.engine.Retort;
import dev.retort.engine.journal.Journal;
import java.util.Optional;

/** Where the runs are read from. Calls block. */
public interface RunLog {

  /**
   * Everything that was noted, oldest first.
   *
   * @throws dev.retort.engine.JournalException if it cannot be read
   */
  Journal.Reading read();

  /** The SQL of a run; empty if none was kept. */
  Optional<String> sql(String run);

  /** The log of this machine. */
  static RunLog of(Retort retort) {
    return new RunLog() {
      @Override
      public Journal.Reading read() {
        return retort.log();
      }

      @Override
      public Optional<String> sql(String run) {
        return retort.journal().sql().read(run);
      }
    };
  }
}
