package dev.retort.schema.diff;

import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectKind;
import java.util.Optional;

/** Writes what renames an object, or moves it to another schema. */
final class Renaming {
  private Renaming() {}

  /** Whether objects of a kind can be renamed. */
  static boolean isPossible(ObjectKind kind) {
    return switch (kind) {
      case EXTENSION, ACCESS_METHOD, CAST, TRANSFORM, OPERATOR, USER_MAPPING, DEFAULT_PRIVILEGES ->
          false;
      default -> true;
    };
  }

  /** The statement; absent where it would take more than one, or cannot be. */
  static Optional<String> sql(ObjectId before, ObjectId after) {
    boolean sameName = before.name().equals(after.name());
    boolean sameSchema = before.schema().equals(after.schema());
    if (!isPossible(before.kind()) || sameName == sameSchema) {
      return Optional.empty();
    }
    return switch (before.kind()) {
      case CONSTRAINT ->
          sameSchema
              ? Optional.of(
                  "ALTER TABLE "
                      + after.owner()
                      + " RENAME CONSTRAINT "
                      + before.name()
                      + " TO "
                      + after.name())
              : Optional.empty();
      case TRIGGER, RULE, POLICY ->
          sameSchema
              ? Optional.of(
                  "ALTER "
                      + before.kind().words()
                      + " "
                      + before.name()
                      + " ON "
                      + after.owner()
                      + " RENAME TO "
                      + after.name())
              : Optional.empty();
      default ->
          Optional.of(
              "ALTER "
                  + before.kind().words()
                  + " "
                  + before.reference()
                  + (sameSchema ? " RENAME TO " + after.name() : " SET SCHEMA " + after.schema()));
    };
  }
}
