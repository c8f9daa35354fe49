package dev.retort.cli.term;

import dev.retort.execute.failure.StatementFailedException;
import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An error as the user sees it: one paragraph that says what, where and what to do, and the list of
 * the problems in files behind it; or the same as JSON.
 *
 * @param details more fields for JSON
 * @param failed the statement of a run that failed, if that is what happened
 */
public record ErrorReport(
    String code,
    String message,
    String hint,
    Map<String, Object> details,
    List<Problem> problems,
    Optional<StatementFailedException> failed) {

  /** More problems than a reader goes through are counted; JSON has all. */
  private static final int SHOWN = 20;

  /** The report of something Retort threw on purpose. */
  public static ErrorReport of(RetortException error) {
    return new ErrorReport(
        error.code(),
        error.message(),
        error.hint(),
        error.details(),
        error.problems(),
        error instanceof StatementFailedException failed ? Optional.of(failed) : Optional.empty());
  }

  /** A report of words alone. */
  public static ErrorReport of(String code, String message, String hint) {
    return new ErrorReport(code, message, hint, Map.of(), List.of(), Optional.empty());
  }

  /** Writes it where the output's reader looks for it. */
  public void write(Output output) {
    if (output.wantsJson()) {
      output.json(Map.of("error", asMap(output.paths())));
      return;
    }
    if (failed.isPresent()) {
      write(failed.get(), output);
      return;
    }
    String text = hint.isEmpty() ? message : sentence(message) + " " + hint;
    output.error(output.paths().in(text));
    problems.stream()
        .limit(SHOWN)
        .forEach(problem -> output.errorLine("  " + line(problem, output.paths())));
    if (problems.size() > SHOWN) {
      output.errorLine("  … and " + (problems.size() - SHOWN) + " more");
    }
  }

  /** What failed, the SQL it failed at, how that left the database, what to do: each by itself. */
  private void write(StatementFailedException failure, Output output) {
    output.error(output.paths().in(failure.what()));
    new Excerpt(failure.place()).lines().forEach(output::errorLine);
    output.errorLine(output.paths().in(failure.aftermath().text()));
    if (!hint.isEmpty()) {
      output.errorLine(output.paths().in(hint));
    }
  }

  /** Alembic's messages have no full stop, but something is to follow. */
  private static String sentence(String text) {
    return text.matches("(?s).*[.!?…:;]\\s*") ? text : text + ".";
  }

  private Map<String, Object> asMap(PathNames paths) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", code);
    error.put("message", message);
    error.put("hint", hint);
    new TreeMap<>(details).forEach(error::putIfAbsent);
    if (!problems.isEmpty()) {
      error.put("problems", maps(problems, paths));
    }
    return error;
  }

  /** Problems for JSON. */
  public static List<Map<String, Object>> maps(List<Problem> problems, PathNames paths) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Problem problem : problems) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("severity", problem.severity().name().toLowerCase(java.util.Locale.ROOT));
      map.put("code", problem.code());
      map.put("message", problem.message());
      map.put("hint", problem.hint());
      problem.file().ifPresent(file -> map.put("file", paths.of(file)));
      if (problem.line() > 0) {
        map.put("line", problem.line());
      }
      all.add(map);
    }
    return all;
  }

  /** A problem on one line, its file named as the reader would. */
  public static String line(Problem problem, PathNames paths) {
    Optional<String> file = problem.file().map(paths::of);
    String place =
        file.map(name -> name + (problem.line() > 0 ? ":" + problem.line() : "") + ": ").orElse("");
    return place
        + paths.in(
            problem.hint().isEmpty()
                ? problem.message()
                : sentence(problem.message()) + " " + problem.hint());
  }
}
