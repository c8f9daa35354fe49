package dev.retort.plan.resume;

import dev.retort.plan.AppliedHash;
import dev.retort.plan.Blocks;
import dev.retort.plan.Interruption;
import dev.retort.plan.PlannedStatement;
import dev.retort.plan.Step;
import dev.retort.plan.Traces;
import dev.retort.sql.ConcurrentWork;
import dev.retort.sql.StatementEffect;
import java.util.List;
import java.util.Optional;

/** Says where a step that stopped midway can be gone on with. */
final class Judge {
  private final Interruption mark;
  private final Traces traces;
  private final Step step;
  private final List<PlannedStatement> section;

  /** The judge of one mark, given the step as the file has it now. */
  Judge(Interruption mark, Traces traces, Step step) {
    this.mark = mark;
    this.traces = traces;
    this.step = step;
    this.section = step.statements();
  }

  Verdict judge() {
    if (step.transactional()) {
      return edited("the section was marked autocommit when it was begun, and no longer is");
    }
    Optional<String> change = changeInApplied();
    if (change.isPresent()) {
      return edited(change.get());
    }
    int at = mark.statement();
    if (mark.allDone()) {
      return new Verdict.Proven(
          at, List.of(), "Every statement is done; the version table follows.");
    }
    return switch (mark.reached()) {
      case WAITING -> proven("Statement " + (at + 1) + " has not taken effect, and runs now.");
      case UNDER_WAY -> underWay();
    };
  }

  private Verdict underWay() {
    String sql = mark.sql().orElse("");
    return switch (StatementEffect.of(sql)) {
      case SESSION, REPEATABLE ->
          proven("Statement " + number() + " can be run again without harm.");
      case CONCURRENT -> concurrent(sql);
      case TRANSACTIONAL, TRANSACTION_CONTROL, UNKNOWN ->
          new Verdict.Unclear(
              mark.statement(),
              Blocks.end(section, mark.statement()) + 1,
              List.of(),
              "Nothing in the database tells what became of statement "
                  + number()
                  + (sql.isEmpty() ? "." : ": " + firstLine(sql) + "."));
    };
  }

  /** What is done must still be what the file says; what is to come may have been mended. */
  private Verdict concurrent(String sql) {
    Verdict verdict =
        ConcurrentWork.of(sql)
            .map(work -> new ConcurrentJudge(mark, traces).judge(work))
            .orElseThrow();
    boolean same =
        mark.statement() < section.size() && section.get(mark.statement()).sql().equals(sql);
    return verdict instanceof Verdict.Proven proven && proven.next() > mark.statement() && !same
        ? edited(place(mark.statement()) + " is done, and has been edited since")
        : verdict;
  }

  private Optional<String> changeInApplied() {
    int done = mark.statement();
    if (section.size() < done) {
      return Optional.of(
          "%d statements are done, and it has %d now".formatted(done, section.size()));
    }
    AppliedHash now = AppliedHash.of(section.subList(0, done));
    if (now.value().equals(mark.applied())) {
      return Optional.empty();
    }
    for (int i = 0; i < Math.min(now.each().size(), mark.appliedEach().size()); i++) {
      if (!now.each().get(i).equals(mark.appliedEach().get(i))) {
        return Optional.of(place(i) + " is done, and has been edited since");
      }
    }
    return Optional.of(
        done == 1
            ? place(0) + " is done, and has been edited since"
            : "statements 1 to %d are done, and have been edited since".formatted(done));
  }

  private Verdict edited(String what) {
    String file = step.file().map(path -> " of " + path).orElse("");
    return new Verdict.Impossible(
        "edited",
        "The part%s that is already applied is no longer what was run: %s.".formatted(file, what),
        "Put the file back to what was run (the part not yet applied may be changed), then go on."
            + WaysOut.orByHand(traces));
  }

  private String place(int statement) {
    return statement < section.size()
        ? "statement %d (line %d)".formatted(statement + 1, section.get(statement).line())
        : "statement " + (statement + 1);
  }

  private Verdict proven(String words) {
    return new Verdict.Proven(mark.statement(), List.of(), words);
  }

  private int number() {
    return mark.statement() + 1;
  }

  private static String firstLine(String sql) {
    String line = sql.strip().lines().findFirst().orElse("").strip();
    return line.length() > 80 ? line.substring(0, 79) + "…" : line;
  }
}
