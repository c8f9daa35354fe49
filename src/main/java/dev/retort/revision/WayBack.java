package dev.retort.revision;

/** How a revision is undone, if at all. */
public sealed interface WayBack {

  /** There is a downgrade section. */
  record Downgrade(Script script) implements WayBack {}

  /**
   * There is deliberately no way back: {@code -- @downgrade none: reason}.
   *
   * @param reason the author's words; may be empty
   */
  record Irreversible(String reason) implements WayBack {}

  /** The file says nothing about a downgrade. */
  record Missing() implements WayBack {}
}
