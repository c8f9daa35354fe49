package dev.retort.ui.run;

import dev.retort.execute.failure.RunFailedException;
import dev.retort.execute.failure.StatementFailedException;
import dev.retort.execute.failure.StatementFailedException.Place;
import dev.retort.execute.state.ServerError;
import dev.retort.plan.PlannedStatement;
import dev.retort.plan.PlannedStatement.Purpose;
import dev.retort.plan.Step;
import dev.retort.problem.RetortException;
import dev.retort.problem.RetortException.Kind;
import dev.retort.revision.RevisionId;
import dev.retort.ui.task.ClientWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Why a run did not end well, taken apart so that each part can be shown in its own place.
 *
 * @param title what failed, in a line
 * @param facts what is known of it, each with its name
 * @param advice what to do next; empty where nothing can be said
 * @param at the statement, if it had come to one
 * @param position 1-based character of the statement at which the server found fault; 0 for none
 * @param file where to mend it, if that is known
 * @param refused whether it was not begun at all
 * @param planChanged whether another look at the plan is what is needed
 * @param report all of it, to be passed on
 */
public record Failure(
    String title,
    List<Fact> facts,
    String advice,
    Optional<RunFeed.At> at,
    int position,
    Optional<FilePlace> file,
    boolean refused,
    boolean planChanged,
    String report) {

  /** Something known, by its name. */
  public record Fact(String name, String words) {}

  /** A line of a file, 1-based. */
  public record FilePlace(Path file, int line) {}

  /** Copies the list. */
  public Failure {
    facts = List.copyOf(facts);
  }

  /**
   * Takes apart what was thrown.
   *
   * @param reached the statement that the run had come to
   */
  static Failure of(Throwable problem, Optional<RunFeed.At> reached) {
    return switch (problem) {
      case StatementFailedException statement -> statement(statement);
      case RetortException known -> known(known, reached);
      default ->
          new Failure(
              "Something unexpected went wrong",
              List.of(new Fact("What", String.valueOf(problem))),
              "Look where the database is before going on.",
              reached,
              0,
              Optional.empty(),
              false,
              false,
              String.valueOf(problem));
    };
  }

  private static Failure statement(StatementFailedException failed) {
    Place place = failed.place();
    List<Fact> facts = new ArrayList<>();
    String what = failed.error().map(ServerError::message).orElseGet(() -> own(failed));
    // The message itself is in the title.
    failed
        .error()
        .ifPresent(
            error -> {
              error.detail().ifPresent(text -> facts.add(new Fact("Detail", text)));
              error.hint().ifPresent(text -> facts.add(new Fact("Hint", text)));
              error.where().ifPresent(text -> facts.add(new Fact("Context", text)));
              facts.add(new Fact("Code", error.sqlState()));
            });
    facts.add(database(failed));
    return new Failure(
        "%s failed at statement %d of %d: %s"
            .formatted(name(place.step()), place.number(), place.count(), what),
        facts,
        // What the server itself suggests has a line of its own.
        failed.error().flatMap(ServerError::hint).filter(failed.hint()::equals).isPresent()
            ? ""
            : ClientWords.hint(failed),
        Optional.of(new RunFeed.At(place.stepIndex(), place.statementIndex())),
        failed.error().map(ServerError::position).orElse(0),
        place.step().file().map(file -> new FilePlace(file, place.line())),
        false,
        false,
        report(failed) + "\n\n" + sql(place.statement()));
  }

  private static String sql(PlannedStatement statement) {
    return statement.purpose() == Purpose.VERIFY
        ? "-- verify\n" + statement.sql()
        : statement.sql();
  }

  /** The message without the place before it and the state of the database behind it. */
  private static String own(RunFailedException failed) {
    String message = failed.message();
    if (failed instanceof StatementFailedException statement) {
      String before = statement.place().display() + ": ";
      message = message.startsWith(before) ? message.substring(before.length()) : message;
    }
    String behind = failed.aftermath().text();
    return (message.endsWith(behind)
            ? message.substring(0, message.length() - behind.length())
            : message)
        .strip();
  }

  private static Fact database(RunFailedException failed) {
    return new Fact("Database", ClientWords.of(failed.aftermath().text().strip()));
  }

  private static String name(Step step) {
    return step.revision().map(RevisionId::value).orElse("The step");
  }

  private static Failure known(RetortException known, Optional<RunFeed.At> reached) {
    List<Fact> facts = new ArrayList<>();
    String title = known.message();
    if (known instanceof RunFailedException failed) {
      title = own(failed);
      facts.add(database(failed));
    } else if (known.kind() == Kind.REFUSED) {
      facts.add(new Fact("Database", "Nothing was begun; it is as it was."));
    }
    return new Failure(
        title,
        facts,
        ClientWords.hint(known),
        known instanceof RunFailedException ? reached : Optional.empty(),
        0,
        Optional.empty(),
        known.kind() == Kind.REFUSED,
        known.code().equals("plan-changed"),
        report(known));
  }

  private static String report(RetortException known) {
    StringBuilder report = new StringBuilder(known.words());
    report.append("\n\n").append("code: ").append(known.code());
    new TreeMap<>(known.details())
        .forEach(
            (name, value) -> {
              if (!name.equals("sql")) {
                report.append('\n').append(name).append(": ").append(value);
              }
            });
    return report.toString();
  }
}
