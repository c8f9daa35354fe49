package dev.retort.postgres;

/** What a session may do. */
public enum Access {
  /** Whatever its role may. */
  READ_WRITE,
  /** Read; the server itself refuses the rest. */
  READ_ONLY
}
