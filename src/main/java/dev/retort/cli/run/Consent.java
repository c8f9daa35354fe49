package dev.retort.cli.run;

import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.Questions;
import dev.retort.cli.look.PlanText;
import dev.retort.cli.term.Output;
import dev.retort.engine.Connection;
import dev.retort.engine.Runs;
import dev.retort.plan.Command;
import dev.retort.plan.Plan;
import dev.retort.profile.Confirmation;
import dev.retort.profile.Environment;
import dev.retort.profile.Verdict;
import java.util.Optional;

/**
 * Gets the user's word for a run: from the options, or by asking. A downgrade and whatever is done
 * to production are asked about; the guard has the last word either way.
 */
final class Consent {
  private final Invocation invocation;
  private final Output output;

  Consent(Invocation invocation, Output output) {
    this.invocation = invocation;
    this.output = output;
  }

  /** What the user says in favour of a plan. */
  Confirmation get(Plan plan, Connection connection, Runs runs, Optional<String> digest) {
    Confirmation given = new Confirmation.CommandLine(invocation.options().yes(), digest);
    Questions questions = invocation.questions();
    boolean askable = questions.possible() && !invocation.options().yes() && !output.wantsJson();
    if (!askable || plan.steps().isEmpty()) {
      return given;
    }
    if (connection.profile().environment() == Environment.PRODUCTION) {
      connection.letGo();
      return runs.allowed(plan, given) instanceof Verdict.Refused refused
              && refused.code().equals("needs-confirmation")
          ? typedName(plan, connection, questions)
          : given;
    }
    if (plan.command() == Command.DOWNGRADE || plan.command() == Command.CLEANUP) {
      connection.letGo();
      if (plan.command() == Command.CLEANUP) {
        new PlanText(output).print(plan);
      } else {
        output.line(PlanText.headline(plan));
      }
      if (!questions.agreed("Run it on " + connection.address() + "?")) {
        throw new DeclinedException();
      }
    }
    return given;
  }

  private Confirmation typedName(Plan plan, Connection connection, Questions questions) {
    new PlanText(output).print(plan);
    output.flush();
    String name =
        questions
            .ask(
                "This is production ("
                    + connection.profile().name()
                    + ", "
                    + connection.address()
                    + "). Type the database's name to run it:")
            .filter(answer -> !answer.isEmpty())
            .orElseThrow(DeclinedException::new);
    return new Confirmation.Typed(name);
  }
}
