package dev.retort.execute.failure;

import dev.retort.execute.state.Aftermath;
import dev.retort.execute.state.ServerError;
import dev.retort.plan.Direction;
import dev.retort.plan.PlannedStatement;
import dev.retort.plan.Step;
import dev.retort.revision.RevisionId;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A statement of a step failed, or a query of its verify section did not hold. */
public final class StatementFailedException extends RunFailedException {
  private static final long serialVersionUID = 1L;

  private final transient Place place;
  private final transient Optional<ServerError> error;

  /**
   * Where it happened.
   *
   * @param stepIndex the step's index in the plan
   * @param statementIndex the statement's index in the step
   * @param line 1-based line in the step's file, of the error itself where the server told
   * @param column 1-based column in that line, in UTF-16 units
   * @param number 1-based number of the statement in its section, which is longer than the step
   *     where that goes on with an earlier run
   * @param count how many statements the section has
   */
  public record Place(
      int stepIndex,
      Step step,
      int statementIndex,
      PlannedStatement statement,
      int line,
      int column,
      int number,
      int count) {

    /** In words: revision, direction, statement, file, line and column. */
    public String display() {
      String subject = "Revision " + revision() + ", " + step.direction().word() + ", ";
      return switch (statement.purpose()) {
        case MIGRATE, VERIFY -> subject + "statement " + number + " of " + count + inFile();
        case SETTING -> subject + "a setting that statement " + number + " needs" + inFile();
        case CLEANUP ->
            (step.direction() == Direction.CLEANUP
                    ? "Cleaning up after revision " + revision()
                    : subject + "cleaning up before statement " + number + " of " + count)
                + " ("
                + statement.sql()
                + ")";
      };
    }

    private String inFile() {
      String file = step.file().map(Path::toString).orElse("in memory");
      return " (" + file + ":" + line + ":" + column + ")";
    }

    private String revision() {
      return step.revision().map(RevisionId::value).orElse("?");
    }

    Map<String, Object> details() {
      Map<String, Object> details = new LinkedHashMap<>();
      details.put("revision", revision());
      details.put("direction", step.direction().word());
      switch (statement.purpose()) {
        case MIGRATE, VERIFY -> {
          details.put("statement", number);
          details.put("statements", count);
          putFile(details);
        }
        case SETTING -> {
          details.put("purpose", "setting");
          putFile(details);
        }
        case CLEANUP -> details.put("purpose", "cleanup");
      }
      details.put("sql", statement.sql());
      return details;
    }

    private void putFile(Map<String, Object> details) {
      step.file().ifPresent(file -> details.put("file", file.toString()));
      details.put("line", line);
      details.put("column", column);
    }
  }

  /**
   * A statement that failed.
   *
   * @param code {@code statement-failed}, {@code verify-failed}, {@code lock-timeout}, …
   * @param what what went wrong, a sentence
   */
  public StatementFailedException(
      String code,
      Place place,
      String what,
      String hint,
      Optional<ServerError> error,
      Aftermath aftermath,
      @Nullable Throwable cause) {
    super(
        Kind.FAILED,
        code,
        place.display() + ": " + what,
        hint,
        details(place, error),
        aftermath,
        cause);
    this.place = place;
    this.error = error;
  }

  private static Map<String, Object> details(Place place, Optional<ServerError> error) {
    Map<String, Object> details = new LinkedHashMap<>();
    error.ifPresent(found -> details.putAll(found.details()));
    // The server's "column" is that of a table; here it is a place in a file.
    Optional.ofNullable(details.remove("column"))
        .ifPresent(name -> details.put("table_column", name));
    details.putAll(place.details());
    return details;
  }

  /** Where it happened. */
  public Place place() {
    return place;
  }

  /** What the server said; absent where a verify query merely did not hold. */
  public Optional<ServerError> error() {
    return error;
  }
}
