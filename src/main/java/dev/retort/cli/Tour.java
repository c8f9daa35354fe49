package dev.retort.cli;

import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.look.GraphText;
import dev.retort.cli.look.PlanText;
import dev.retort.cli.run.RunFlow;
import dev.retort.cli.term.Ink;
import dev.retort.cli.term.Output;
import dev.retort.engine.Connection;
import dev.retort.engine.PlanRequest;
import dev.retort.engine.Planning;
import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.plan.Plan;
import dev.retort.profile.Environment;
import java.util.Optional;

/**
 * What the client would show, on a machine without a display: the project, its graph, where the
 * database is, the plan to the heads. Runs the plan on the sandbox and nowhere else.
 */
final class Tour {
  private final Invocation invocation;
  private final Output output;

  Tour(Invocation invocation, Output output) {
    this.invocation = invocation;
    this.output = output;
  }

  int run() {
    output.remark("There is no display, so Retort shows the project here.");
    invocation.lookAhead();
    Project project = invocation.soundProject(output);
    Connection connection = invocation.connect(project, output);
    Position before = connection.position(project);
    heading(project.name() + " on " + where(connection));
    graph(project, before);
    PlanRequest request = PlanRequest.upgrade("heads");
    Plan plan = new Planning(project).plan(request, before.heads());
    output.line("");
    new PlanText(output).printBriefly(plan);
    if (plan.steps().isEmpty()) {
      return ExitCode.DONE;
    }
    output.line("");
    if (!connection.sandbox()) {
      output.line("Nothing was run. To run it: retort upgrade heads" + options(plan, connection));
      return ExitCode.DONE;
    }
    heading("Upgrading the sandbox");
    new RunFlow(invocation, output, project, connection).runShown(request, plan);
    output.line("");
    graph(project, connection.position(project));
    return ExitCode.DONE;
  }

  private static String where(Connection connection) {
    String environment =
        connection.profile().environment() == Environment.DEVELOPMENT
            ? ""
            : ", " + connection.profile().environment().name().toLowerCase(java.util.Locale.ROOT);
    return connection.profile().name() + " (" + connection.address() + environment + ")";
  }

  private static String options(Plan plan, Connection connection) {
    return " --profile "
        + connection.profile().name()
        + (connection.profile().environment() == Environment.PRODUCTION
            ? " --yes --digest " + plan.digest()
            : "");
  }

  private void heading(String text) {
    output.line(output.style().of(Ink.STRONG, text));
  }

  private void graph(Project project, Position position) {
    output.text(
        new GraphText(output, invocation)
            .draw(project.graph(), id -> GraphText.state(Optional.of(position), id), true));
  }
}
