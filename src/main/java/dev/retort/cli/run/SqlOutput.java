package dev.retort.cli.run;

import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.RevisionJson;
import dev.retort.cli.term.LongText;
import dev.retort.cli.term.Output;
import dev.retort.engine.PlanRequest;
import dev.retort.engine.Planning;
import dev.retort.engine.Project;
import dev.retort.engine.Runs;
import dev.retort.execute.state.DatabaseState;
import dev.retort.plan.Command;
import dev.retort.plan.Plan;
import dev.retort.preview.SqlText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code --sql}: the script instead of a run. A range needs no database; without one the script
 * starts where the database is, which is only read.
 */
final class SqlOutput {
  private final Invocation invocation;
  private final Output output;

  SqlOutput(Invocation invocation, Output output) {
    this.invocation = invocation;
    this.output = output;
  }

  int print(PlanRequest request, Optional<String> digest) {
    Project project = invocation.soundProject(output);
    Planning planning = new Planning(project);
    Plan plan;
    boolean create;
    if (Planning.isOffline(request.targets())) {
      plan = planning.offline(request);
      create = plan.headsBefore().isEmpty() && plan.command() != Command.DOWNGRADE;
    } else {
      DatabaseState state = invocation.connect(project, output).state();
      plan = planning.plan(request, state.heads());
      create = !state.versions().exists();
    }
    digest.ifPresent(reviewed -> Runs.requireReviewed(plan, reviewed));
    plan.notes().forEach(note -> output.warning(output.paths().in(note.text())));
    SqlText script = planning.script(plan, create);
    if (output.wantsJson()) {
      output.json(document(plan, script));
    } else {
      script.writeTo(output::text);
    }
    return ExitCode.DONE;
  }

  private static Map<String, Object> document(Plan plan, SqlText script) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("command", plan.command().word());
    map.put("targets", plan.targets());
    map.put("heads_before", RevisionJson.ids(plan.headsBefore()));
    map.put("heads_after", RevisionJson.ids(plan.headsAfter()));
    map.put("digest", plan.digest().value());
    map.put("sql", new LongText(script::writeTo));
    return map;
  }
}
