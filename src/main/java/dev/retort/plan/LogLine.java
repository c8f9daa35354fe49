package dev.retort.plan;

import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.stream.Collectors;

/** A step in Alembic's words, as its log has them: {@code Running upgrade a, b -> c, message}. */
public final class LogLine {
  private LogLine() {}

  /** The line with the message, as the log has it. */
  public static String of(Step step) {
    return withoutMessage(step) + (step.message().isEmpty() ? "" : ", " + step.message());
  }

  /** The line without the message, as {@code --sql} has it. */
  public static String withoutMessage(Step step) {
    if (step.direction() == Direction.CLEANUP) {
      return "Cleaning up after " + ids(step.to());
    }
    return "Running %s %s -> %s"
        .formatted(word(step.direction()), ids(step.from()), ids(step.to()));
  }

  private static String word(Direction direction) {
    return direction == Direction.STAMP ? "stamp_revision" : direction.word();
  }

  private static String ids(List<RevisionId> ids) {
    return ids.stream().map(RevisionId::value).collect(Collectors.joining(", "));
  }
}
