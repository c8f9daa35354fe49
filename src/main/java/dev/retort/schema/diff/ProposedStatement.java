package dev.retort.schema.diff;

import dev.retort.schema.ObjectId;
import java.util.Optional;

/**
 * A statement that leads a step of the way from one schema to another.
 *
 * @param object what it is about
 * @param sql without a semicolon
 * @param loses whether data are lost that rows, or a sequence, may have; a note then says which
 * @param note what one should know before running it, as a sentence
 * @param afterCommit whether all statements before it must be committed before it can run
 */
public record ProposedStatement(
    ObjectId object, String sql, boolean loses, Optional<String> note, boolean afterCommit) {

  /** The note as a line for people says it: what loses data says so first. */
  public Optional<String> warning() {
    return note.map(text -> loses ? "Loses data: " + lower(text) : text);
  }

  /** The same, where what it stands behind is another. */
  public ProposedStatement afterCommit(boolean must) {
    return must == afterCommit ? this : new ProposedStatement(object, sql, loses, note, must);
  }

  private static String lower(String text) {
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
