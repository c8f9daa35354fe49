package dev.retort.profile;

import java.util.Optional;

/** What the user has said in favour of a run, and in which face of the program. */
public sealed interface Confirmation {

  /** In the client or at a prompt: the database's name as typed; empty if nothing was typed yet. */
  record Typed(String databaseName) implements Confirmation {}

  /**
   * On the command line.
   *
   * @param yes {@code --yes} was given
   * @param digest what {@code --digest} was given
   */
  record CommandLine(boolean yes, Optional<String> digest) implements Confirmation {}
}
