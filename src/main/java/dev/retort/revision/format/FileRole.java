package dev.retort.revision.format;

/** What a file may hold. */
public enum FileRole {
  /** Everything, told apart by marks. */
  WHOLE,
  /** The upgrade alone: {@code x.up.sql} or {@code x/up.sql}. */
  UP,
  /** The downgrade alone. */
  DOWN
}
