package dev.retort.postgres.server;

/** Hears what takes time while the server comes up; called on the thread that waits for it. */
public interface ServerListener {

  /** What is being done. */
  enum Step {
    /** PostgreSQL's binaries are unpacked, once for each version. */
    UNPACKING,
    /** The data folder is made, once. */
    CREATING,
    STARTING,
    /** Another process is starting or stopping the server. */
    WAITING,
    /** The server's data were set aside, since they belong to another version of PostgreSQL. */
    SET_ASIDE,
    /**
     * What a throwaway server has kept is thrown away: it was not stopped properly, so that not all
     * of it need be on disk.
     */
    DISCARDING,
    /** A baseline is being replayed into a new database. */
    BASELINE
  }

  /** Nobody listens. */
  ServerListener NONE = (step, detail) -> {};

  /**
   * Something began.
   *
   * @param detail a folder, a file or a version, for people; may be empty
   */
  void begin(Step step, String detail);
}
