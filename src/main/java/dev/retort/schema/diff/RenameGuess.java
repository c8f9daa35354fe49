package dev.retort.schema.diff;

import dev.retort.schema.ObjectId;
import java.util.List;
import java.util.Optional;

/**
 * Something that may have been renamed, as it is said beside the statement that takes it away: see
 * {@link Guess}, of which this leaves out enum values, since no statement takes one away.
 *
 * @param object the object, as it is named before
 * @param column the column's or attribute's name before; absent where it is the object itself
 * @param name the name after
 * @param sql what renames it, without a semicolon
 */
public record RenameGuess(ObjectId object, Optional<String> column, String name, String sql) {

  /** All guesses of a comparison, in the order of the objects. */
  public static List<RenameGuess> in(SchemaDiff diff) {
    return diff.guesses().values().stream()
        .flatMap(List::stream)
        .filter(guess -> !guess.part().startsWith("value "))
        .map(
            guess ->
                new RenameGuess(guess.before(), part(guess.part()), guess.newName(), guess.sql()))
        .toList();
  }

  private static Optional<String> part(String part) {
    return part.isEmpty() ? Optional.empty() : Optional.of(part.substring(part.indexOf(' ') + 1));
  }

  /** In words, to stand behind what went. */
  public String words() {
    return Guess.likely(name);
  }
}
